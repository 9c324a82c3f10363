package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @TempDir Path root;
  private Project project;

  @BeforeEach
  void create() {
    project = Project.in(root);
  }

  @Test
  void anUnknownKataBringsTheSimilarOnesAndTheList() {
    Ended ended = project.grader("check", "nummer-giver");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("there is no kata 'nummer-giver'. Did you mean 04-number-giver?")
        .contains("Katas:\n  04-number-giver");
  }

  @Test
  void whatIsNotSimilarIsNotGuessed() {
    assertThat(project.grader("show", "x").err())
        .doesNotContain("Did you mean")
        .contains("04-number-giver");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04-number-giver",
        "4",
        "04",
        "number-giver",
        "katas/04-number-giver/",
        "katas/04-number-giver",
        "./katas/04-number-giver",
        "katas\\04-number-giver\\"
      })
  void aKataHasManyNames(String name) {
    assertThat(project.grader("show", name).out()).startsWith("Number giver\n====");
  }

  @Test
  void inTheFolderOfAKataItNeedsNoName() {
    assertThat(project.from("katas/04-number-giver/src").grader("show").code()).isZero();
    assertThat(project.from("katas").grader("show").code()).isEqualTo(2);
  }

  @Test
  void aDotIsTheFolderOfAKata() {
    assertThat(project.from("katas/04-number-giver").grader("show", ".").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check 4 --budget 5x           | write 30s, 5m or 1h",
        "check 4 --budget 0s           | write 30s, 5m or 1h",
        "check 4 --detect 0           | '0' is no share; write one from 0.00001 to 0.99999, such as",
        "check 4 --detect 0.0         | is no share",
        "check 4 --detect 1           | is no share",
        "check 4 --detect 1.5         | is no share",
        "check 4 --detect 2           | is no share",
        "check 4 --detect -0.1        | is no share",
        "check 4 --detect abc         | is no share",
        "check 4 --detect 0.000001    | is no share",
        "check 4 --profile fast        | expected one of [QUICK, STANDARD, THOROUGH, EXAM]",
        "check 4 --engine magic        | expected one of [SEQUENTIAL, EXPLORE, STRESS]",
        "check 4 --seed one            | 'one' is not a long",
        "check 4 --format pdf=a.pdf    | there is no format 'pdf'; choose one of text, json, junit",
        "check 4 --format junit        | expected a file, as in junit=report.xml",
        "check 4 --src nowhere         | there is no folder nowhere",
        "check 4 --submission stubb    | it has src, stub, solutions/atomic, solutions/monitor",
        "check 4 --src a --submission b| mutually exclusive",
        "hint 4 --level 4              | hints have levels 1, 2 and 3",
        "solution 4 fastest            | there are atomic, monitor",
        "new Number                    | write small letters, digits and hyphens",
        "new class                     | cannot name a kata",
        "new number-giver              | there is already a kata 04-number-giver",
        "new 04-other                  | there is already a kata 04-number-giver",
        "audit --jobs 0                | --jobs must be at least 1",
        "audit --power --seeds 0       | --seeds must be at least 1",
        "audit --power --mutants       | only one of --power, --mutants, --behaviour and --reports",
        "chekc 4                       | Did you mean: grader check",
        "check --al                    | --all"
      })
  void badArgumentsAreExplained(String arguments, String explanation) {
    Ended ended = project.grader(arguments.strip().split(" +"));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains(explanation).doesNotContain("\tat ");
  }

  @Test
  void withoutAnyKataTheMessageSaysWhereOneWasLookedFor(@TempDir Path empty) {
    Path folder = empty.resolve("katas");
    assertThat(folder.toFile().mkdir()).isTrue();
    Ended ended = new Project(empty).grader("check", "4");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("There are no katas in katas");
  }

  @Test
  void outsideOfAProjectThatIsSaid(@TempDir Path empty) {
    Ended ended = new Project(empty).grader("list");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err()).contains("run the grader inside the project");
  }
}
