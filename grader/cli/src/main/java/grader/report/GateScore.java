package grader.report;

import grader.Assessment;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.testkit.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What one gate is worth and what became of its tests.
 *
 * @param open whether its points were earned
 * @param mostPoints what it gives when open
 * @param results of its tests; none if nothing ran
 */
record GateScore(Gate gate, boolean open, int mostPoints, List<TestResult> results) {

  GateScore {
    results = List.copyOf(results);
  }

  /** All gates that matter to this kata, in their order. */
  static List<GateScore> of(Assessment assessment) {
    return Arrays.stream(Gate.values())
        .map(gate -> of(assessment, gate))
        .filter(score -> score.mostPoints > 0 || !score.results.isEmpty())
        .toList();
  }

  private static GateScore of(Assessment assessment, Gate gate) {
    Set<Gate> open = assessment.judgement().map(Judgement::openGates).orElse(Set.of());
    int worth = assessment.submission().kata().frontMatter().points().getOrDefault(gate, 0);
    return new GateScore(gate, open.contains(gate), worth, resultsOf(assessment, gate));
  }

  private static List<TestResult> resultsOf(Assessment assessment, Gate gate) {
    return assessment.judgement().stream()
        .flatMap(judgement -> judgement.results().stream())
        .filter(result -> result.test().gate() == gate)
        .toList();
  }

  int points() {
    return open ? mostPoints : 0;
  }

  /** Whether all its tests passed but an earlier gate is closed. */
  boolean waits() {
    return !open
        && !results.isEmpty()
        && results.stream().allMatch(one -> one.status() == TestResult.Status.PASSED);
  }
}
