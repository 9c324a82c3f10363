package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grader.Profile;
import grader.cli.state.Hinted;
import grader.cli.state.Standing;
import grader.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintCommandTest {

  private static final String HINTS =
      """
      # 04-number-giver

      ## start

      1. Start one.
      2. Start two.
      3. Start three.

      ## no-lock: lost-update

      1. Update one,
         goes on.

         ```java
         ## not a heading
         ```
      2. Update two.
      3. Update three.

      ## two-locks: lost-update

      1. Two one.
      2. Two two.
      3. Two three.

      ## discussion

      Both are **right**.
      """;

  @TempDir Path root;
  private Project project;
  private Profile profile = Profile.STANDARD;

  @BeforeEach
  void create() throws IOException {
    project = Project.in(root);
    Files.writeString(project.file("hints/katas/04-number-giver.md"), HINTS);
  }

  @Test
  void whoHasNotBegunGetsAStart() {
    assertThat(project.grader("hint", "4").out()).contains("Hint 1 of 3").contains("Start one.");
  }

  @Test
  void theBugOfTheLastCheckChoosesTheLadder() {
    fail("lost-update");
    assertThat(project.grader("hint", "4").out())
        .contains("Update one, goes on.")
        .contains("## not a heading")
        .doesNotContain("Update two");
  }

  @Test
  void ofTwoMistakesThatShowAsTheSameBugTheOneThatFailsAlikeChooses() {
    project.write("class NumberGiver {}\n");
    stand(Verdict.FAILED, Optional.of("lost-update"), Optional.of("two-locks"));
    assertThat(project.grader("hint", "4").out()).contains("Two one.");
  }

  @Test
  void aMistakeWithoutALadderLeavesTheChoiceToItsBug() {
    project.write("class NumberGiver {}\n");
    stand(Verdict.FAILED, Optional.of("lost-update"), Optional.of("forgotten"));
    assertThat(project.grader("hint", "4").out()).contains("Update one");
  }

  @Test
  void anotherHintWithoutAnotherTryIsTheSame() {
    fail("lost-update");
    project.grader("hint", "4");
    Ended again = project.grader("hint", "4");
    assertThat(again.out()).contains("Update one");
    assertThat(again.err()).contains("grader hint 04-number-giver --level 2");
  }

  @Test
  void everyFailedCheckEarnsOneStepUntilTheTop() {
    fail("lost-update");
    assertThat(project.grader("hint", "4").out()).contains("Update one");
    tryAgain();
    assertThat(project.grader("hint", "4").out()).contains("Update two");
    tryAgain();
    assertThat(project.grader("hint", "4").out()).contains("Update three");
    tryAgain();
    assertThat(project.grader("hint", "4").out()).contains("Update three");
  }

  @Test
  void inAnExamNoStepIsEarnedOnlyAskedFor() {
    profile = Profile.EXAM;
    fail("lost-update");
    assertThat(project.grader("hint", "4").out()).contains("Update one");
    tryAgain();
    Ended again = project.grader("hint", "4");
    assertThat(again.out()).contains("Update one");
    assertThat(again.err())
        .contains("in an exam")
        .contains("--level 2")
        .doesNotContain("after that");
    assertThat(project.grader("hint", "4", "--level", "2").out()).contains("Update two");
    assertThat(project.grader("hint", "4").out()).contains("Update one");
  }

  @Test
  void anotherBugStartsAtTheBottom() {
    project.grader("hint", "4", "--level", "3");
    fail("lost-update");
    assertThat(project.grader("hint", "4").out()).contains("Update one");
  }

  @Test
  void aLevelCanBeAskedForAndThatIsSaid() {
    fail("lost-update");
    Ended ended = project.grader("hint", "4", "--level", "3");
    assertThat(ended.out()).contains("Update three");
    assertThat(ended.err()).contains("(Level 3, as you asked.)");
  }

  @Test
  void aBugWithoutALadderLeadsToItsPage() throws IOException {
    Path page = project.file("hints/bugs/deadlock.md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "# Deadlock\n");
    fail("deadlock");
    Ended ended = project.grader("hint", "4");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("Read on: hints/bugs/deadlock.md");
  }

  @Test
  void whoHasPassedGetsTheDiscussion() {
    stand(Verdict.PASSED, Optional.empty());
    assertThat(project.grader("hint", "4").out()).isEqualTo("Both are right.\n");
  }

  private void fail(String bug) {
    project.write("class NumberGiver {}\n");
    stand(Verdict.FAILED, Optional.of(bug));
  }

  private void stand(Verdict verdict, Optional<String> bug) {
    stand(verdict, bug, Optional.empty());
  }

  private void stand(Verdict verdict, Optional<String> bug, Optional<String> mistake) {
    project
        .stateFile()
        .update(state ->
            state.with(
                Project.KATA,
                new Standing(
                    Optional.of(verdict),
                    Optional.of(profile),
                    false,
                    bug,
                    mistake,
                    0,
                    10,
                    1,
                    Optional.empty(),
                    1,
                    verdict == Verdict.PASSED,
                    false,
                    state.standing(Project.KATA).hinted())));
  }

  private void tryAgain() {
    project
        .stateFile()
        .update(state -> {
          Standing before = state.standing(Project.KATA);
          Hinted hinted = before.hinted().orElseThrow();
          return state.with(
              Project.KATA, before.after(new Hinted(hinted.section(), hinted.level(), true)));
        });
  }
}
