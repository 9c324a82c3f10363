package grader.judge;

import grader.testkit.Gate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The verdict on a submission that ran, test by test in the order of the plan.
 *
 * @param verdict see {@link Verdict}
 */
public record Judgement(Verdict verdict, List<TestResult> results) {

  public Judgement {
    results = List.copyOf(results);
  }

  /** The first test, in the order of the plan, that did not pass. */
  public Optional<TestResult> firstBad() {
    return results.stream().filter(result -> result.firstBad().isPresent()).findFirst();
  }

  /** Schedules explored, over all tests. */
  public int explored() {
    return results.stream().mapToInt(TestResult::explored).sum();
  }

  /** What was shown about the tests that the explore engine has tried to the end. */
  public List<Claim> claims() {
    return results.stream().flatMap(result -> result.claim().stream()).toList();
  }

  /** Trials of concurrent tests on real threads. */
  public int trials() {
    return concurrent().stream().mapToInt(result -> result.rate().trials()).sum();
  }

  /**
   * How sure a pass is: the rate of failures, in the test that ran least often, that could have
   * been missed.
   */
  public Optional<FailureRate> weakest() {
    return weakest(concurrent());
  }

  /** The same, of the tests that real threads alone have judged. */
  public Optional<FailureRate> weakestUnexplored() {
    return weakest(concurrent().stream().filter(result -> result.explored() == 0).toList());
  }

  private static Optional<FailureRate> weakest(List<TestResult> results) {
    return results.stream()
        .map(TestResult::rate)
        .filter(rate -> rate.trials() > 0)
        .min(Comparator.comparingInt(FailureRate::trials));
  }

  /** Gates whose tests all passed; a gate counts only if those before it do. */
  public Set<Gate> openGates() {
    Set<Gate> open = EnumSet.noneOf(Gate.class);
    for (Gate gate : Gate.values()) {
      if (results.stream()
          .anyMatch(result ->
              result.test().gate() == gate && result.status() != TestResult.Status.PASSED)) {
        break;
      }
      open.add(gate);
    }
    return open;
  }

  private List<TestResult> concurrent() {
    return results.stream().filter(result -> result.test().concurrent()).toList();
  }
}
