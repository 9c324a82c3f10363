package grader.report;

import grader.Options;
import grader.inspect.HiddenTest;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.protocol.Engine;
import grader.run.TestRun;
import java.util.List;
import java.util.Optional;

/**
 * How far a check came.
 *
 * @param planned at least as many as {@code done}
 */
record PlannedTrials(int done, int planned) {

  static PlannedTrials of(Judgement judgement, Options options) {
    int done = judgement.results().stream().mapToInt(PlannedTrials::done).sum();
    int planned = judgement.results().stream().mapToInt(result -> planned(result, options)).sum();
    return new PlannedTrials(done, Math.max(done, planned));
  }

  private static int done(TestResult result) {
    return result.runs().stream().mapToInt(TestRun::trials).sum();
  }

  private static int planned(TestResult result, Options options) {
    return options.engines().stream().mapToInt(engine -> planned(result, engine, options)).sum();
  }

  private static int planned(TestResult result, Engine engine, Options options) {
    List<TestRun> runs = result.runs().stream().filter(run -> run.engine() == engine).toList();
    boolean concurrent = result.test().concurrent();
    return switch (engine) {
      case SEQUENTIAL -> concurrent ? 0 : 1;
      case EXPLORE -> concurrent ? explored(runs).orElseGet(options::schedules) : 0;
      case STRESS -> concurrent ? stressed(result.test(), options) : 0;
    };
  }

  /** Where every schedule has been tried, there was no need for more. */
  private static Optional<Integer> explored(List<TestRun> runs) {
    return runs.stream()
        .filter(run -> run.exploration().tried().isPresent())
        .map(TestRun::trials)
        .findFirst();
  }

  private static int stressed(HiddenTest test, Options options) {
    return options.profile().configurations().stream()
        .mapToInt(configuration -> options.trials(test, configuration))
        .sum();
  }
}
