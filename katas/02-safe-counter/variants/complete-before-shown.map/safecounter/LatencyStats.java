package safecounter;

import java.util.EnumMap;
import java.util.Map;

/**
 * Fills a new map for each change, and only then puts it where readers look. This author believed
 * that a program does its steps in the order in which they are written, for everybody to see.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private enum Column {
    COUNT,
    SUM,
    MIN,
    MAX
  }

  private final Object writer = new Object();
  private Map<Column, Long> row = row(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  public LatencyStats() {}

  public void record(long value) {
    synchronized (writer) {
      Snapshot now = read(row);
      long min = Math.min(now.min(), value);
      long max = Math.max(now.max(), value);
      row = row(now.count() + 1, now.sum() + value, min, max);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount less than 0: " + maxCount);
    }
    synchronized (writer) {
      boolean below = row.get(Column.COUNT) < maxCount;
      if (below) {
        record(value);
      }
      return below;
    }
  }

  public Snapshot snapshot() {
    return read(row); // BUG: unsafe-publication
  }

  public Snapshot drain() {
    synchronized (writer) {
      Snapshot drained = read(row);
      row = row(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);
      return drained;
    }
  }

  private static Map<Column, Long> row(long count, long sum, long min, long max) {
    Map<Column, Long> row = new EnumMap<>(Column.class);
    row.put(Column.COUNT, count);
    row.put(Column.SUM, sum);
    row.put(Column.MIN, min);
    row.put(Column.MAX, max);
    return row;
  }

  private static Snapshot read(Map<Column, Long> row) {
    return new Snapshot(
        row.get(Column.COUNT), row.get(Column.SUM), row.get(Column.MIN), row.get(Column.MAX));
  }
}
