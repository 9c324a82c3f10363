package grader.report;

import grader.kata.Submission;
import grader.protocol.Effect;
import grader.protocol.Move;
import grader.run.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An interleaving as a picture: one column a thread, time goes down. Long stretches of one thread
 * are shortened where nothing in them concerns other threads; below stand the source lines that the
 * picture mentions.
 */
final class InterleavingText {

  private static final int MOST_IN_A_ROW = 6;
  private static final int KEPT_BEFORE = 2;
  private static final int KEPT_AFTER = 3;
  private static final int MOST_ROWS = 60;
  private static final int FIRST_ROWS = 20;
  private static final int MOST_SOURCE_LINES = 16;
  private static final int GAP = 2;
  private static final int LEAST_COLUMN = 16;

  private final OwnSources own;
  private final Page page;

  /**
   * One line of the picture.
   *
   * @param move what it tells; nothing if it tells of what is left out, or of time
   */
  private record Row(String text, Optional<Move> move) {}

  InterleavingText(Submission submission, Page page) {
    this.own = new OwnSources(submission);
    this.page = page;
  }

  /** What led to a failure; of a data race, the two accesses and what lies between them. */
  void write(TestRun run) {
    List<Move> all = run.exploration().moves();
    write(all, run.failsByItsRace() ? shown(all) : between(shown(all)));
  }

  /** What has happened from this move on, each thread in the column that it has kept. */
  void from(int first, List<Move> all, List<String> threads) {
    List<Move> moves =
        all.subList(first, all.size()).stream()
            .filter(move -> isOwn(move) || move.notable())
            .toList();
    if (!moves.isEmpty()) {
      int width = width(threads);
      head(threads, width);
      stretches(moves).stream()
          .flatMap(stretch -> rows(stretch, threads, width))
          .forEach(this::write);
    }
  }

  private void write(List<Move> all, List<Move> moves) {
    List<String> threads =
        moves.stream().map(Move::thread).filter(thread -> !thread.isEmpty()).distinct().toList();
    if (moves.isEmpty() || threads.isEmpty()) {
      return;
    }
    long preemptions = all.stream().filter(Move::switched).count();
    page.heading(
        "How it came to that ("
            + (page.isLinear() ? "step by step, " : "one column a thread, ")
            + Words.count(preemptions, "preemption")
            + ")");
    head(threads, width(threads));
    List<Row> rows = picture(moves, threads);
    rows.forEach(this::write);
    sources(rows.stream().flatMap(row -> row.move().stream()).toList());
  }

  private void write(Row row) {
    boolean faint = row.move().isEmpty();
    page.row(faint ? Tint.FAINT : Tint.NONE, faint ? row.text() : "", faint ? "" : row.text());
  }

  /** What happens in the submission, and what happens to threads wherever they are. */
  private List<Move> shown(List<Move> all) {
    boolean any = all.stream().anyMatch(this::isOwn);
    return all.stream().filter(move -> !any || isOwn(move) || isForOthers(move)).toList();
  }

  private static boolean isForOthers(Move move) {
    return move.thread().isEmpty()
        || move.effects().stream().anyMatch(effect -> effect instanceof Effect.Signal);
  }

  /** Without what the test itself did before the first and after the last move of its actors. */
  private static List<Move> between(List<Move> moves) {
    int first = 0;
    int last = moves.size();
    while (first < last && isOfTest(moves.get(first))) {
      first++;
    }
    while (last > first && isOfTest(moves.get(last - 1))) {
      last--;
    }
    return first == last ? moves : moves.subList(first, last);
  }

  private static boolean isOfTest(Move move) {
    return move.thread().equals("test") || move.thread().isEmpty();
  }

  private boolean isOwn(Move move) {
    return own.has(move.file());
  }

  /** Long ones lose their middle: how it began and how it ended say most. */
  private List<Row> picture(List<Move> moves, List<String> threads) {
    int width = width(threads);
    List<Row> all =
        stretches(moves).stream().flatMap(stretch -> rows(stretch, threads, width)).toList();
    if (all.size() <= MOST_ROWS) {
      return all;
    }
    int left = all.size() - MOST_ROWS;
    return Stream.of(
            all.subList(0, FIRST_ROWS),
            List.of(
                new Row(
                    "  ... and so on, " + Words.count(left, "line") + " more ...",
                    Optional.empty())),
            all.subList(FIRST_ROWS + left, all.size()))
        .flatMap(List::stream)
        .toList();
  }

  private int width(List<String> threads) {
    return page.isLinear()
        ? page.width()
        : Math.max(LEAST_COLUMN, (page.width() - GAP) / threads.size() - GAP);
  }

  private void head(List<String> threads, int width) {
    if (page.isLinear()) {
      return;
    }
    StringBuilder head = new StringBuilder(" ".repeat(GAP));
    for (String thread : threads) {
      head.append(padded(page.clean(thread), width));
    }
    page.row(Tint.STRONG, head.toString(), "");
  }

  /** Consecutive moves of one thread. */
  private static List<List<Move>> stretches(List<Move> moves) {
    List<List<Move>> stretches = new ArrayList<>();
    String last = "";
    for (Move move : moves) {
      if (stretches.isEmpty() || !move.thread().equals(last)) {
        stretches.add(new ArrayList<>());
        last = move.thread();
      }
      stretches.getLast().add(move);
    }
    return stretches;
  }

  private Stream<Row> rows(List<Move> moves, List<String> threads, int width) {
    Stream.Builder<Row> rows = Stream.builder();
    for (int i = 0; i < moves.size(); ) {
      int skipped = moves.size() > MOST_IN_A_ROW ? skippedFrom(i, moves) : 0;
      if (skipped > 1) {
        String words = "... " + skipped + " more steps";
        rows.add(new Row(line(moves.get(i).thread(), words, threads, width), Optional.empty()));
        i += skipped;
      } else {
        rows(moves.get(i), threads, width).forEach(rows);
        i++;
      }
    }
    return rows.build();
  }

  /** How many moves from this one on are in the middle of their stretch, and nothing special. */
  private static int skippedFrom(int first, List<Move> moves) {
    int end = first;
    while (end >= KEPT_BEFORE && end < moves.size() - KEPT_AFTER && !moves.get(end).notable()) {
      end++;
    }
    return end - first;
  }

  private Stream<Row> rows(Move move, List<String> threads, int width) {
    if (move.thread().isEmpty()) {
      return Stream.of(new Row("  (" + page.clean(move.what()) + ")", Optional.empty()));
    }
    return Columns.wrap(page.clean(words(move, width)), width).stream()
        .map(words -> new Row(line(move.thread(), words, threads, width), Optional.of(move)));
  }

  /** With its line, if that is one of the sources below. */
  private String words(Move move, int width) {
    if (move.line() == 0 || !isOwn(move)) {
      return move.what();
    }
    String words = move.line() + " " + move.what();
    int dot = move.what().indexOf('.');
    // Where there is little room, the class of a called method goes first.
    return Columns.width(words) > width && dot > 0 && !move.what().contains(" ")
        ? move.line() + " " + move.what().substring(dot + 1)
        : words;
  }

  private String line(String thread, String words, List<String> threads, int width) {
    return page.isLinear()
        ? "  " + page.clean(thread) + ": " + words
        : " ".repeat(GAP + threads.indexOf(thread) * (width + GAP)) + words;
  }

  private static String padded(String text, int width) {
    String cut = Columns.cut(text, width);
    return cut + " ".repeat(width + GAP - Columns.width(cut));
  }

  private void sources(List<Move> moves) {
    for (String file : own.namedBy(moves)) {
      Set<Integer> numbers =
          moves.stream()
              .filter(move -> move.file().equals(file) && move.line() > 0)
              .map(Move::line)
              .collect(Collectors.toCollection(TreeSet::new));
      List<String> lines = own.lines(file);
      page.blank();
      page.paragraph(GAP, file);
      numbers.stream()
          .filter(number -> number <= lines.size())
          .limit(MOST_SOURCE_LINES)
          .forEach(number ->
              page.row(
                  Tint.NONE,
                  "",
                  Columns.cut(
                      "  %4d  %s".formatted(number, page.clean(lines.get(number - 1).strip())),
                      page.width())));
    }
  }
}
