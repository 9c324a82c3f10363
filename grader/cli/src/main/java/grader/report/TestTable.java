package grader.report;

import grader.judge.TestResult;
import grader.judge.TestResult.Status;
import grader.protocol.Engine;
import grader.run.TestRun;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tests, gate by gate: what became of each, and in how many trials. */
final class TestTable {

  private static final int MARK = 9;
  private static final int INDENT = 2 + MARK;
  private static final int NARROWEST_TITLE = 24;

  private final Page page;
  private final boolean beside;
  private final int room;

  /**
   * @param scores all that will be written, so that columns can be aligned
   */
  TestTable(Page page, List<GateScore> scores) {
    int left = page.width() - INDENT - 2 - widest(scores);
    this.page = page;
    this.beside = left >= NARROWEST_TITLE;
    this.room = beside ? left : page.width() - INDENT;
  }

  private static int widest(List<GateScore> scores) {
    return scores.stream()
        .flatMap(score -> score.results().stream())
        .mapToInt(result -> counts(result).length())
        .max()
        .orElse(0);
  }

  void write(GateScore score) {
    page.heading(Words.capitalised(Words.of(score.gate())) + worth(score));
    score.results().forEach(this::row);
  }

  private static String worth(GateScore score) {
    String points = score.points() + " of " + Words.count(score.mostPoints(), "point");
    String reason = score.waits() ? " (an earlier gate is closed)" : "";
    return score.mostPoints() == 0 ? "" : ": " + points + reason;
  }

  private void row(TestResult result) {
    List<String> title = Columns.wrap(page.clean(result.test().title()), room);
    String gap = " ".repeat(room - Columns.width(title.getFirst()) + 2);
    String right = beside ? gap + counts(result) : "";
    page.row(tint(result.status()), mark(result.status()), title.getFirst() + right);
    title.stream().skip(1).forEach(line -> page.row(Tint.NONE, "", " ".repeat(INDENT) + line));
    if (!beside) {
      page.paragraph(INDENT, "(" + counts(result) + ")");
    }
  }

  private String mark(Status status) {
    String word =
        switch (status) {
          case PASSED -> page.sign("\u2713 ", "") + "ok";
          case FAILED -> page.sign("\u2717 ", "") + "FAILED";
          case FLAKY -> page.sign("\u2248 ", "") + "FLAKY";
          case STUCK -> page.sign("\u221e ", "") + "STUCK";
          case INCONCLUSIVE -> page.sign("? ", "") + "OPEN";
          case NOT_RUN -> page.sign("\u00b7 ", "") + "-";
        };
    return String.format("  %-" + MARK + "s", word);
  }

  private static Tint tint(Status status) {
    return switch (status) {
      case PASSED -> Tint.GOOD;
      case FAILED, FLAKY, STUCK -> Tint.BAD;
      case INCONCLUSIVE -> Tint.UNSURE;
      case NOT_RUN -> Tint.FAINT;
    };
  }

  /** {@code explore 120, stress 3 of 57 failed}. */
  static String counts(TestResult result) {
    Map<Engine, List<TestRun>> byEngine =
        result.runs().stream()
            .collect(
                Collectors.groupingBy(
                    TestRun::engine, () -> new EnumMap<>(Engine.class), Collectors.toList()));
    return byEngine.isEmpty()
        ? "not run"
        : byEngine.entrySet().stream()
            .map(
                entry -> Words.of(entry.getKey()) + " " + counts(entry.getValue(), result.status()))
            .collect(Collectors.joining(", "));
  }

  private static String counts(List<TestRun> runs, Status status) {
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
