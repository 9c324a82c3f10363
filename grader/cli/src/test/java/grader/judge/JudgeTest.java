package grader.judge;

import static org.assertj.core.api.Assertions.assertThat;

import grader.inspect.HiddenTest;
import grader.inspect.Plan;
import grader.inspect.RequiredApi;
import grader.judge.TestResult.Status;
import grader.protocol.Engine;
import grader.protocol.Outcome;
import grader.run.Observation;
import grader.run.TestRun;
import grader.testkit.Bug;
import grader.testkit.Gate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final Outcome FAILED = new Outcome.Failed("AssertionError", "", List.of(), "");
  private static final Outcome STUCK = new Outcome.Stuck(Outcome.Why.NOBODY_LEFT, List.of());
  private static final Outcome LATE = new Outcome.Late(List.of());
  private static final Outcome SILENT = new Outcome.Died(Outcome.Cause.SILENT, "");

  private static final HiddenTest SAFETY = test("SafetyTest", Gate.SAFETY);
  private static final HiddenTest LIVENESS = test("LivenessTest", Gate.LIVENESS);

  @Test
  void nothingButPassesIsAPass() {
    Judgement judgement = judge(run(SAFETY, 200, 0, FAILED), run(LIVENESS, 200, 0, FAILED));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(judgement.openGates()).containsExactlyInAnyOrder(Gate.values());
    assertThat(judgement.trials()).isEqualTo(400);
  }

  @Test
  void allFailuresAreAFailure() {
    assertThat(judge(run(SAFETY, 20, 20, FAILED)).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void someFailuresAreFlaky() {
    Judgement judgement = judge(run(SAFETY, 100, 0, FAILED), run(SAFETY, 30, 1, FAILED));

    assertThat(judgement.verdict()).isEqualTo(Verdict.FLAKY);
    assertThat(judgement.results().getFirst().rate()).isEqualTo(new FailureRate(1, 130));
  }

  @Test
  void whatSomebodyElseHasWrittenProvesNothing() {
    Outcome forged = new Outcome.Died(Outcome.Cause.CORRUPT, "");

    assertThat(judge(run(SAFETY, 20, 20, FAILED), run(LIVENESS, 1, 1, forged)).verdict())
        .isEqualTo(Verdict.TAMPERED);
  }

  @Test
  void oneStuckTrialIsStuck() {
    Judgement judgement = judge(run(SAFETY, 200, 0, FAILED), run(LIVENESS, 57, 1, STUCK));

    assertThat(judgement.verdict()).isEqualTo(Verdict.STUCK);
    assertThat(judgement.openGates()).containsExactly(Gate.SAFETY);
  }

  @Test
  void aFailureThatIsCertainGoesBeforeEverythingElse() {
    assertThat(judge(run(SAFETY, 200, 3, FAILED), run(LIVENESS, 20, 20, FAILED)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void livenessCountsForNothingWithoutSafety() {
    Judgement judgement = judge(run(SAFETY, 200, 3, FAILED), run(LIVENESS, 200, 0, FAILED));

    assertThat(judgement.openGates()).isEmpty();
  }

  @Test
  void whatIsLateIsNobodysFault() {
    assertThat(judge(run(SAFETY, 200, 0, FAILED), run(LIVENESS, 3, 1, LATE)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge(run(SAFETY, 200, 0, FAILED), run(LIVENESS, 3, 1, SILENT)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aTestThatDidNotRunIsNotAPass() {
    Judgement judgement = judge(run(SAFETY, 200, 0, FAILED));

    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.results().getLast().status()).isEqualTo(Status.NOT_RUN);
  }

  @Test
  void anIncompleteTranscriptIsNotAPass() {
    Plan plan = plan();
    List<TestRun> runs = List.of(run(SAFETY, 200, 0, FAILED), run(LIVENESS, 200, 0, FAILED));

    assertThat(Judge.judge(plan, runs, false).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aVirtualMachineThatWasEndedByTheSubmissionIsAFailure() {
    Outcome exited = new Outcome.Died(Outcome.Cause.EXITED, "exit status 0");

    assertThat(judge(run(SAFETY, 1, 1, exited)).verdict()).isEqualTo(Verdict.FAILED);
  }

  private static Judgement judge(TestRun... runs) {
    return Judge.judge(plan(), List.of(runs), true);
  }

  private static Plan plan() {
    return new Plan(
        List.of(SAFETY, LIVENESS), Map.of(), new RequiredApi(new TreeSet<>(), new TreeSet<>()));
  }

  private static HiddenTest test(String name, Gate gate) {
    return new HiddenTest(
        "k.hidden." + name, "works", true, 100, gate, Bug.LOST_UPDATE, Bug.DEADLOCK);
  }

  private static TestRun run(HiddenTest test, int trials, int failures, Outcome outcome) {
    List<Observation> observations =
        IntStream.range(0, failures).mapToObj(i -> new Observation(i, i, outcome)).toList();
    return new TestRun(test.id(), Engine.STRESS, "default", 200, trials, failures, observations);
  }
}
