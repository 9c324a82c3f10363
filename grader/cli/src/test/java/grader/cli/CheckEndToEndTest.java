package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grader.cli.state.Standing;
import grader.judge.Verdict;
import grader.report.ResultSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole checks with real workers. */
class CheckEndToEndTest {

  private static final String RIGHT =
      """
      public class NumberGiver {
        private int last;

        public synchronized int next() {
          return ++last;
        }
      }
      """;

  @TempDir Path root;
  private Project project;

  @BeforeEach
  void create() {
    project = Project.in(root);
  }

  @Test
  void theStubIsNotStarted() {
    assertThat(check().code()).isEqualTo(1);
    assertThat(standing().notStarted()).isTrue();
    assertThat(project.grader("list").out()).contains("not started");
  }

  @Test
  void aRightSolutionPassesAndOpensTheSolutions() {
    project.write(RIGHT);
    Ended ended = check("--seed", "42");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("grader check 04-number-giver --seed 42");
    assertThat(standing().verdict()).contains(Verdict.PASSED);
    assertThat(standing().seed()).isEqualTo(42);
    assertThat(standing().points()).isEqualTo(10);
    assertThat(project.grader("solution").out()).isEqualTo("atomic\nmonitor\n");
    assertThat(project.grader("list").out()).contains("passed").contains("10/10");
  }

  /** What starts five JVMs and makes 50,000 schedules is not over after a second. */
  @Test
  void aSpentBudgetIsNoVerdict() {
    project.write(RIGHT);
    Ended ended = project.grader("check", "4", "--profile", "thorough", "--budget", "1s");
    assertThat(ended.code()).isEqualTo(8);
    assertThat(ended.out()).contains("INCONCLUSIVE", "then time was up");
  }

  @Test
  void whatMustBeFoundIsSaid() {
    project.write(RIGHT);
    Ended ended = check("--detect", "0.009");
    assertThat(ended.code()).isZero();
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("As you asked: a bug that shows in 0.90 % of a test's samples");
  }

  @Test
  void anotherTreeDoesNotChangeHowTheLearnerStands() {
    Ended ended = check("--submission", "solutions/atomic", "--json");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("{").contains("\"passed\"");
    assertThat(project.state().katas()).isEmpty();
    assertThat(check("--src", "katas/04-number-giver/stub").code()).isEqualTo(1);
    assertThat(project.state().katas()).isEmpty();
  }

  @Test
  void resultsOfEveryKindObeyTheSchema() throws IOException {
    Ended passed = check("--submission", "solutions/atomic", "--json");
    project.write(RIGHT.replace("synchronized ", ""));
    Ended wrong = check("--json");
    project.write(RIGHT.replace("++last", "++lost"));
    Ended rejected = check("--json");

    assertThat(ResultSchema.errorsIn(passed.out())).isEmpty();
    assertThat(ResultSchema.errorsIn(wrong.out())).isEmpty();
    assertThat(ResultSchema.errorsIn(rejected.out())).isEmpty();
    assertThat(wrong.code()).isIn(1, 3);
    assertThat(rejected.code()).isEqualTo(4);
  }

  @Test
  void whatFailsUnderControlCanBeReplayed() {
    project.write(RIGHT.replace("synchronized ", ""));
    Ended ended = check("--engine", "sequential,explore");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("1 preemption");
    String token = ended.out().replaceFirst("(?s).*(x1-[0-9a-z]+).*", "$1");

    Ended first = project.grader("replay", "4", token);
    assertThat(first.code()).isEqualTo(1);
    assertThat(project.grader("replay", "4", token).out()).isEqualTo(first.out());

    project.write(RIGHT);
    Ended changed = project.grader("replay", "4", token);
    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.err()).contains("src has changed");
    assertThat(project.grader("replay", "4", "x1-7f3a09").err()).contains("mistyped");
  }

  @Test
  void oneEngineAloneIsNoPass() {
    project.write(RIGHT);

    assertThat(check("--engine", "sequential").code()).isEqualTo(8);
  }

  @Test
  void severalKatasEndWithTheWorstAndWriteTheirReports() throws IOException {
    new grader.kata.Scaffold(root, "05-other").write();
    project.write("public class NumberGiver {");
    Ended ended =
        project.grader("check", "--all", "--profile", "quick", "--format", "junit=out/report.xml");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(Files.readString(project.file("out/report.xml")))
        .contains("04-number-giver")
        .contains("05-other");
  }

  @Test
  void aBrokenKataDoesNotKeepTheOthersFromBeingChecked() throws IOException {
    new grader.kata.Scaffold(root, "05-other").write();
    Files.writeString(project.kata().resolve("README.md"), "");
    Ended ended = project.grader("check", "--all", "--profile", "quick");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(project.state().standing("05-other").checks()).isEqualTo(1);
  }

  @Test
  void exitZeroIsForVerdictsOnly() {
    assertThat(check("--exit-zero").code()).isZero();
    assertThat(project.grader("check", "nothing", "--exit-zero").code()).isEqualTo(2);
  }

  @Test
  void hiddenTestsThatDoNotCompileAreTheCoursesFault() {
    project.write(RIGHT);
    project.write("tests/numbergiver/hidden/ContractTest.java", "package numbergiver.hidden;\nx");
    Ended ended = check();
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err()).contains("ContractTest.java:2").doesNotContain("\tat ");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidBeforeTheWork() throws IOException {
    Files.writeString(project.file(".grader"), "");
    Ended ended = check();
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains(".grader: ").contains("GRADER_STATE");
  }

  @Test
  void theStateCanBeElsewhere() throws IOException {
    Files.writeString(project.file(".grader"), "");
    project.write("public class NumberGiver {");
    assertThat(project.with("GRADER_STATE", "memory").grader("check", "4").code()).isEqualTo(4);
    assertThat(project.file("memory/state.json")).exists();
  }

  @Test
  void progressIsForTerminalsAndIsTakenAway() {
    project.write("public class NumberGiver {");
    Ended seen = project.onTerminal("").grader("check", "4");
    assertThat(seen.err())
        .startsWith("\r\u001b[Kchecking 04-number-giver ...")
        .contains("\r\u001b[K");
    assertThat(check().err()).doesNotContain("\r");
    assertThat(project.onTerminal("").with("TERM", "dumb").grader("check", "4").err())
        .doesNotContain("\r");
    assertThat(project.onTerminal("").grader("check", "4", "-q").err()).isEmpty();
  }

  @Test
  void aWorkerThatIsNotBuiltIsTheMachinesFault() {
    project.write(RIGHT);
    Ended ended = project.withoutInstallation().grader("check", "4");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err()).contains("./mvnw package -DskipTests").doesNotContain("\tat ");
  }

  @Test
  void debugShowsWhereAnErrorComesFrom() {
    project.write(RIGHT);
    assertThat(project.withoutInstallation().grader("check", "4", "--debug").err())
        .contains("\tat ");
  }

  private Ended check(String... more) {
    String[] arguments =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("check", "4", "--profile", "quick"),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new);
    return project.grader(arguments);
  }

  private Standing standing() {
    return project.state().standing(Project.KATA);
  }
}
