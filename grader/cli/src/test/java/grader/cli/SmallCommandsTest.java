package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallCommandsTest {

  @TempDir Path root;
  private Project project;

  @BeforeEach
  void create() {
    project = Project.in(root);
  }

  @Test
  void theListShowsWhatIsToDo() {
    Ended ended = project.grader("list");
    assertThat(ended.out()).containsPattern("04-number-giver +Number giver +beginner +30 +- +-\n");
    assertThat(ended.err()).contains("Next: grader show 04-number-giver");
  }

  @Test
  void quietLeavesOnlyTheResult() {
    assertThat(project.grader("list", "-q").err()).isEmpty();
  }

  @Test
  void anUntouchedStubHasNoDifference() {
    Ended ended = project.grader("diff", "4");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("Nothing has changed");
  }

  @Test
  void aDifferenceIsAPatch() {
    project.write("class NumberGiver {}\n");
    assertThat(project.grader("diff", "4").out())
        .startsWith(
            "--- stub/numbergiver/NumberGiver.java\n+++ src/numbergiver/NumberGiver.java\n@@ ")
        .contains("\n+class NumberGiver {}\n");
  }

  @Test
  void aDifferenceIsColouredOnATerminal() {
    project.write("class NumberGiver {}\n");
    assertThat(project.onTerminal("").grader("diff", "4").out())
        .contains("\u001b[32m+class NumberGiver {}\u001b[0m");
  }

  @Test
  void aFileThatIsNotUtf8CanBeCompared() throws IOException {
    Files.write(project.source(), "// Zähler\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(project.grader("diff", "4").code()).isZero();
  }

  @Test
  void aNewKataTakesTheNextNumber() {
    Ended ended = project.grader("new", "dining-table");
    assertThat(ended.code()).isZero();
    assertThat(project.file("katas/05-dining-table/src/diningtable/DiningTable.java")).exists();
    assertThat(project.grader("show", "5").out()).startsWith("Dining table\n");
  }

  @Test
  void aNewKataOverwritesNothing() throws IOException {
    Files.writeString(project.file("katas/05-queue"), "mine");
    assertThat(project.grader("new", "queue").code()).isEqualTo(6);
    assertThat(project.file("katas/05-queue")).hasContent("mine");
  }

  @Test
  void theDoctorNamesWhatIsInTheWay() throws IOException {
    Files.writeString(project.file(".grader"), "");
    Ended ended = project.grader("doctor");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.out()).containsPattern("BAD +state +\\.grader: ");
  }

  @Test
  void theDoctorLeavesNothingBehind() {
    project.grader("doctor");
    assertThat(project.file(".grader")).isEmptyDirectory();
  }
}
