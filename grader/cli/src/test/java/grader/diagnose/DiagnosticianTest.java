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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticianTest {

  private static final HiddenTest TEST =
      new HiddenTest(
          "k.hidden.T", "t", true, 100, Gate.SAFETY, Bug.CHECK_THEN_ACT, Bug.LOST_WAKEUP);

  @Test
  void aFailureIsWhatItsTestReveals() {
    Outcome failed = new Outcome.Failed("AssertionError", "two inside", List.of(), "");

    assertThat(diagnose(failed)).contains(new Diagnosis(Bug.CHECK_THEN_ACT, "two inside"));
  }

  @Test
  void aFailureThatNamesItsBugIsBelieved() {
    Outcome failed = new Outcome.Failed("Revealed", "a keeps running", List.of(), "busy-wait");

    assertThat(diagnose(failed)).contains(new Diagnosis(Bug.BUSY_WAIT, "a keeps running"));
  }

  @Test
  void aCircleOfLocksIsADeadlockWhateverTheTestLooksFor() {
    Outcome cycle =
        new Outcome.Stuck(Outcome.Why.CYCLE, List.of(waiting("a", "b"), waiting("b", "a")));

    assertThat(diagnose(cycle))
        .contains(
            new Diagnosis(
                Bug.DEADLOCK,
                "a waits at S.java:3 acquire for a lock that b holds; "
                    + "b waits at S.java:3 acquire for a lock that a holds."));
  }

  @Test
  void threadsThatNobodyWakesAreWhatTheTestRevealsWhenStuck() {
    Outcome stuck = new Outcome.Stuck(Outcome.Why.NOBODY_LEFT, List.of(waiting("a", "")));

    assertThat(diagnose(stuck))
        .contains(
            new Diagnosis(
                Bug.LOST_WAKEUP, "a waits at S.java:3 acquire, and nobody is left to wake them."));
  }

  @Test
  void aPassNeedsNoExplanation() {
    Judgement passed = new Judgement(Verdict.PASSED, List.of());

    assertThat(Diagnostician.diagnose(passed, file -> true)).isEmpty();
  }

  @Test
  void aLateTrialExplainsNothing() {
    assertThat(diagnose(new Outcome.Late(List.of()))).isEmpty();
    assertThat(diagnose(new Outcome.Died(Outcome.Cause.SILENT, ""))).isEmpty();
  }

  @Test
  void memoryThatRunsOutSaysSo() {
    assertThat(diagnose(new Outcome.Died(Outcome.Cause.OUT_OF_MEMORY, "the heap was full")))
        .contains(new Diagnosis(Bug.OUT_OF_MEMORY, "the heap was full."));
  }

  @Test
  void aStackThatIsFullIsAnEndlessRecursion() {
    Outcome failed = new Outcome.Failed("java.lang.StackOverflowError", "null", List.of(), "");

    assertThat(diagnose(failed)).contains(new Diagnosis(Bug.ENDLESS_RECURSION, "null"));
  }

  @Test
  void aFaultIsWhatItsTestRevealsOnlyAmongSeveralThreads() {
    Outcome failed = new Outcome.Failed("java.lang.NullPointerException", "null", List.of(), "");

    assertThat(diagnose(failed)).contains(new Diagnosis(Bug.CHECK_THEN_ACT, "null"));
    assertThat(diagnose(Engine.SEQUENTIAL, failed))
        .contains(new Diagnosis(Bug.WRONG_RESULT, "null"));
  }

  @Test
  void aVirtualMachineThatEndsNamesNoConcurrencyBug() {
    assertThat(diagnose(new Outcome.Died(Outcome.Cause.EXITED, "exit status 0"))).isEmpty();
  }

  private static ThreadReport waiting(String name, String heldBy) {
    return new ThreadReport(name, "WAITING", "Object", heldBy, List.of("S.java:3 acquire"));
  }

  private static Optional<Diagnosis> diagnose(Outcome outcome) {
    return diagnose(Engine.STRESS, outcome);
  }

  private static Optional<Diagnosis> diagnose(Engine engine, Outcome outcome) {
    TestRun run =
        new TestRun(TEST.id(), engine, "default", 9, 1, 1, List.of(new Observation(0, 1, outcome)));
    TestResult bad =
        new TestResult(TEST, TestResult.Status.FAILED, new FailureRate(1, 1), List.of(run));
    return Diagnostician.diagnose(new Judgement(Verdict.FAILED, List.of(bad)), file -> true);
  }
}
