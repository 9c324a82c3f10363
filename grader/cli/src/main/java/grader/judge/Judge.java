package grader.judge;

import grader.inspect.HiddenTest;
import grader.inspect.Plan;
import grader.judge.TestResult.Status;
import grader.protocol.Engine;
import grader.protocol.Outcome;
import grader.run.TestRun;
import java.util.List;
import java.util.stream.Stream;

/** Says what observations mean. */
public final class Judge {

  private Judge() {}

  /**
   * The verdict on what was observed.
   *
   * @param runs what the workers observed, in the order in which they ran
   * @param complete whether every worker did its whole job
   */
  public static Judgement judge(Plan plan, List<TestRun> runs, boolean complete) {
    List<TestResult> results = plan.tests().stream().map(test -> result(test, runs)).toList();
    return new Judgement(verdict(results, complete), results);
  }

  private static TestResult result(HiddenTest test, List<TestRun> all) {
    List<TestRun> runs = all.stream().filter(run -> run.test().equals(test.id())).toList();
    List<TestRun> counting = runs.stream().filter(TestRun::counts).toList();
    FailureRate rate = rate(counting.stream().filter(run -> !isExplored(run)).toList());
    Status status = status(rate, counting);
    return new TestResult(
        test,
        status == Status.PASSED && hasEscaped(runs) ? Status.INCONCLUSIVE : status,
        rate,
        runs);
  }

  /** Real threads alone prove too little, and whoever wants that can bring it about. */
  private static boolean hasEscaped(List<TestRun> runs) {
    return runs.stream().anyMatch(run -> !run.counts());
  }

  /** Where a seed decides, there is no rate: how often policies draw a schedule is their affair. */
  private static boolean isExplored(TestRun run) {
    return run.engine() == Engine.EXPLORE;
  }

  private static FailureRate rate(List<TestRun> runs) {
    int trials = runs.stream().mapToInt(TestRun::trials).sum();
    int failures = runs.stream().mapToInt(TestRun::failures).sum();
    return new FailureRate(failures, trials);
  }

  private static Status status(FailureRate rate, List<TestRun> runs) {
    if (runs.stream().mapToInt(TestRun::trials).sum() == 0) {
      return Status.NOT_RUN;
    } else if (runs.stream().mapToInt(TestRun::failures).sum() == 0) {
      return Status.PASSED;
    } else if (outcomes(runs).anyMatch(Outcome.Stuck.class::isInstance)) {
      return Status.STUCK;
    } else if (outcomes(runs).allMatch(Judge::saysNothing)) {
      return Status.INCONCLUSIVE;
    }
    // A schedule that fails fails every time.
    boolean certain = runs.stream().anyMatch(run -> isExplored(run) && run.failures() > 0);
    return certain || rate.failures() == rate.trials() ? Status.FAILED : Status.FLAKY;
  }

  private static Stream<Outcome> outcomes(List<TestRun> runs) {
    return runs.stream()
        .flatMap(run -> run.observations().stream())
        .map(observation -> observation.outcome());
  }

  private static boolean isForged(Outcome outcome) {
    return outcome instanceof Outcome.Died died && died.cause() == Outcome.Cause.CORRUPT;
  }

  /** A slow machine or a spent budget is nobody's failure. */
  private static boolean saysNothing(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Late late -> true;
      case Outcome.Died died -> died.cause() == Outcome.Cause.SILENT;
      case Outcome.Failed failed -> false;
      case Outcome.Stuck stuck -> false;
    };
  }

  private static Verdict verdict(List<TestResult> results, boolean complete) {
    if (results.stream().anyMatch(result -> outcomes(result.runs()).anyMatch(Judge::isForged))) {
      return Verdict.TAMPERED;
    } else if (has(results, Status.FAILED)) {
      return Verdict.FAILED;
    } else if (has(results, Status.STUCK)) {
      return Verdict.STUCK;
    } else if (has(results, Status.FLAKY)) {
      return Verdict.FLAKY;
    }
    boolean all = complete && results.stream().allMatch(result -> result.status() == Status.PASSED);
    return all ? Verdict.PASSED : Verdict.INCONCLUSIVE;
  }

  private static boolean has(List<TestResult> results, Status status) {
    return results.stream().anyMatch(result -> result.status() == status);
  }
}
