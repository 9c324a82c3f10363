package grader.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import grader.inspect.HiddenTest;
import grader.judge.FailureRate;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.judge.Verdict;
import grader.protocol.Engine;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.run.Observation;
import grader.run.TestRun;
import grader.testkit.Bug;
import grader.testkit.Gate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignTest {

  private static final HiddenTest TEST =
      new HiddenTest("k.hidden.T", "t", true, 100, Gate.SAFETY, Bug.LOST_UPDATE, Bug.LOST_WAKEUP);

  @Test
  void numbersAndLinesOfAMessageDoNotCount() {
    Outcome three =
        new Outcome.Failed("org.x.AssertionError", "\nexpected: 3\n but was: 12", List.of(), "");
    Outcome four =
        new Outcome.Failed("org.x.AssertionError", "expected: 4 but was: -1", List.of(), "");

    assertThat(sign(three))
        .isEqualTo(
            new Sign(
                "T.t",
                Engine.EXPLORE,
                "AssertionError",
                "expected: # but was: #",
                "lost-update",
                "",
                "atomic lock"))
        .isEqualTo(sign(four));
  }

  @Test
  void namesOfFieldsThatRaceDoNotCount() {
    assertThat(sign(Outcome.Failed.race("'free' is written", List.of(), "data-race")))
        .isEqualTo(sign(Outcome.Failed.race("'permits' is read", List.of(), "data-race")));
  }

  @Test
  void whoIsLeftWhenNothingMovesCounts() {
    assertThat(sign(stuck("two", "one")).detail()).isEqualTo("one, two");
    assertThat(sign(stuck("two"))).isNotEqualTo(sign(stuck("one")));
  }

  @Test
  void aPassHasNone() {
    assertThat(Sign.of(new Judgement(Verdict.PASSED, List.of()), Bug.LOST_UPDATE, Set.of()))
        .isEmpty();
  }

  @Test
  void aLongMessageIsCut() {
    Outcome failed = new Outcome.Failed("E", "x".repeat(500), List.of(), "");

    assertThat(sign(failed).detail()).hasSize(120);
  }

  @Test
  void aTabInAMessageDoesNotSplitTheLineOfAFile() {
    assertThat(sign(new Outcome.Failed("E", "a\tb", List.of(), "")).detail()).isEqualTo("a b");
  }

  private static Outcome stuck(String... names) {
    return new Outcome.Stuck(
        Outcome.Why.NOBODY_LEFT,
        List.of(names).stream()
            .map(name -> new ThreadReport(name, "WAITING", "", "", List.of()))
            .toList());
  }

  private static Sign sign(Outcome outcome) {
    TestRun run =
        new TestRun(
            TEST.id(), Engine.EXPLORE, "", 1, 1, 1, List.of(new Observation(0, 1, outcome)));
    TestResult result =
        new TestResult(TEST, TestResult.Status.FAILED, new FailureRate(0, 0), List.of(run));
    return Sign.of(
            new Judgement(Verdict.FAILED, List.of(result)),
            Bug.LOST_UPDATE,
            Set.of("lock", "atomic"))
        .orElseThrow();
  }
}
