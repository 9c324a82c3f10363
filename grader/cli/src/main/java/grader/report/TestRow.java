package grader.report;

import grader.judge.Claim;
import grader.judge.TestResult;
import grader.judge.TestResult.Status;
import grader.protocol.Engine;
import grader.run.TestRun;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One test, or several with the same status, as a row of a table.
 *
 * @param counts {@code explore 120, stress 3 of 57 failed}
 */
record TestRow(Status status, String title, String counts) {

  static TestRow of(TestResult result) {
    Optional<Claim> everything =
        result.claim().filter(claim -> claim.reach() == Claim.Reach.EVERYTHING);
    return new TestRow(
        result.status(), result.test().title(), counts(result.runs(), result.status(), everything));
  }

  /** What passed in one row, then what did not, then what was not run in one row. */
  static List<TestRow> shortened(List<TestResult> results) {
    Stream<TestRow> others =
        results.stream()
            .filter(one -> one.status() != Status.PASSED && one.status() != Status.NOT_RUN)
            .map(TestRow::of);
    return Stream.of(together(results, Status.PASSED), others, together(results, Status.NOT_RUN))
        .flatMap(rows -> rows)
        .toList();
  }

  private static Stream<TestRow> together(List<TestResult> results, Status status) {
    List<TestResult> alike = results.stream().filter(one -> one.status() == status).toList();
    List<TestRun> runs = alike.stream().flatMap(one -> one.runs().stream()).toList();
    return alike.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new TestRow(
                status, Words.count(alike.size(), "test"), counts(runs, status, Optional.empty())));
  }

  private static String counts(List<TestRun> runs, Status status, Optional<Claim> everything) {
    Map<Engine, List<TestRun>> byEngine =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    TestRun::engine, () -> new EnumMap<>(Engine.class), Collectors.toList()));
    return byEngine.isEmpty()
        ? "not run"
        : byEngine.entrySet().stream()
            .map(entry ->
                Words.of(entry.getKey())
                    + " "
                    + everything
                        .filter(claim -> entry.getKey() == Engine.EXPLORE)
                        .map(claim -> "all " + Words.number(claim.schedules()))
                        .orElseGet(() -> share(entry.getValue(), status)))
            .collect(Collectors.joining(", "));
  }

  private static String share(List<TestRun> runs, Status status) {
    int trials = runs.stream().mapToInt(TestRun::trials).sum();
    int failures = runs.stream().mapToInt(TestRun::failures).sum();
    if (failures == 0) {
      return Words.number(trials);
    }
    // A trial that did not end has not failed.
    return status == Status.INCONCLUSIVE
        ? Words.number(trials) + ", not finished"
        : Words.number(failures) + " of " + Words.number(trials) + " failed";
  }
}
