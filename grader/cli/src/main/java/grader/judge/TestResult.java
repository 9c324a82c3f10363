package grader.judge;

import grader.inspect.HiddenTest;
import grader.protocol.Engine;
import grader.protocol.Outcome;
import grader.run.TestRun;
import java.util.List;
import java.util.Optional;

/**
 * What all workers observed of one test.
 *
 * @param rate over all trials on real threads, of all configurations
 */
public record TestResult(HiddenTest test, Status status, FailureRate rate, List<TestRun> runs) {

  /** What became of a test. */
  public enum Status {
    PASSED,
    FAILED,
    FLAKY,
    STUCK,
    INCONCLUSIVE,
    NOT_RUN
  }

  public TestResult {
    runs = List.copyOf(runs);
  }

  /** Schedules that the explore engine tried. */
  public int explored() {
    return runs.stream()
        .filter(run -> run.engine() == Engine.EXPLORE && run.counts())
        .mapToInt(TestRun::trials)
        .sum();
  }

  /** What these schedules have shown, if none failed. */
  public Optional<Claim> claim() {
    return runs.stream().flatMap(run -> Claim.of(run).stream()).findFirst();
  }

  /**
   * Why it could not be controlled, if it could not: then a pass on real threads proves too little.
   */
  public Optional<String> escape() {
    return runs.stream().flatMap(run -> run.exploration().escaped().stream()).findFirst();
  }

  /** The run in which it failed first. */
  public Optional<TestRun> firstBad() {
    return runs.stream().filter(run -> run.counts() && run.failures() > 0).findFirst();
  }

  /** What the first trial that did not pass showed. */
  public Optional<Outcome> firstOutcome() {
    return firstBad().map(run -> run.observations().getFirst().outcome());
  }
}
