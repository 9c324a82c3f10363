package grader.report;

import grader.judge.TestResult.Status;
import java.util.List;

/** The tests, gate by gate: what became of each, and in how many trials. */
final class TestTable {

  private static final int MARK = 9;
  private static final int INDENT = 2 + MARK;
  private static final int NARROWEST_TITLE = 24;
  private static final int MOST_ROWS = 16;

  private final Page page;
  private final boolean shortened;
  private final boolean beside;
  private final int room;

  /**
   * A table for these tests.
   *
   * @param scores all that will be written, so that columns can be aligned
   */
  TestTable(Page page, List<GateScore> scores) {
    this.page = page;
    this.shortened = scores.stream().mapToInt(score -> score.results().size()).sum() > MOST_ROWS;
    int left = page.width() - INDENT - 2 - widest(scores);
    this.beside = left >= NARROWEST_TITLE;
    this.room = beside ? left : page.width() - INDENT;
  }

  private int widest(List<GateScore> scores) {
    return scores.stream()
        .flatMap(score -> rows(score).stream())
        .mapToInt(row -> row.counts().length())
        .max()
        .orElse(0);
  }

  void write(GateScore score) {
    page.heading(Words.capitalised(Words.of(score.gate())) + worth(score));
    rows(score).forEach(this::write);
  }

  /** Of many tests, only those that need attention have rows of their own. */
  private List<TestRow> rows(GateScore score) {
    return shortened
        ? TestRow.shortened(score.results())
        : score.results().stream().map(TestRow::of).toList();
  }

  private static String worth(GateScore score) {
    String points = score.points() + " of " + Words.count(score.mostPoints(), "point");
    String reason = score.waits() ? " (an earlier gate is closed)" : "";
    return score.mostPoints() == 0 ? "" : ": " + points + reason;
  }

  private void write(TestRow row) {
    List<String> title = Columns.wrap(page.clean(row.title()), room);
    String gap = " ".repeat(room - Columns.width(title.getFirst()) + 2);
    String right = beside ? gap + row.counts() : "";
    page.row(tint(row.status()), mark(row.status()), title.getFirst() + right);
    title.stream().skip(1).forEach(line -> page.row(Tint.NONE, "", " ".repeat(INDENT) + line));
    if (!beside) {
      page.paragraph(INDENT, "(" + row.counts() + ")");
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

  static Tint tint(Status status) {
    return switch (status) {
      case PASSED -> Tint.GOOD;
      case FAILED, FLAKY, STUCK -> Tint.BAD;
      case INCONCLUSIVE -> Tint.UNSURE;
      case NOT_RUN -> Tint.FAINT;
    };
  }
}
