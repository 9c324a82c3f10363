package grader.linearize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The calls of a trial, thread by thread; as a table with a column a thread, time goes down. */
record History(List<? extends Entry<?>> entries) {

  private static final int NARROWEST = 16;

  /** A line of the table. */
  private record Line(int moment, String thread, String text) {}

  @Override
  public String toString() {
    List<String> threads = entries.stream().map(Entry::thread).distinct().toList();
    List<Line> lines =
        entries.stream()
            .flatMap(this::lines)
            .sorted(Comparator.comparingInt(Line::moment))
            .toList();
    int width =
        Math.max(NARROWEST, lines.stream().mapToInt(line -> line.text().length()).max().orElse(0));
    List<String> table = new ArrayList<>();
    table.add(row(threads, width));
    for (Line line : lines) {
      table.add(
          row(
              threads.stream()
                  .map(thread -> thread.equals(line.thread()) ? line.text() : "")
                  .toList(),
              width));
    }
    return String.join("\n", table);
  }

  /** One line if nothing happened between begin and end, else two. */
  private Stream<Line> lines(Entry<?> entry) {
    boolean alone =
        entries.stream()
            .noneMatch(other -> isWithin(other.begin(), entry) || isWithin(other.end(), entry));
    if (alone) {
      return Stream.of(new Line(entry.begin(), entry.thread(), entry.toString()));
    }
    Line begin = new Line(entry.begin(), entry.thread(), entry.operation().name() + " ...");
    return entry.isPending()
        ? Stream.of(begin)
        : Stream.of(begin, new Line(entry.end(), entry.thread(), "... " + entry.result()));
  }

  private static boolean isWithin(int moment, Entry<?> entry) {
    return entry.begin() < moment && moment < entry.end();
  }

  private static String row(List<String> cells, int width) {
    StringBuilder row = new StringBuilder();
    cells.forEach(cell -> row.append("  ").append(String.format("%-" + width + "s", cell)));
    return row.toString().stripTrailing();
  }
}
