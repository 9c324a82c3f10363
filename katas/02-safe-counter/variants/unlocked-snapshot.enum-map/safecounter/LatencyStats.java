package safecounter;

import java.util.EnumMap;
import java.util.Map;

/**
 * Merges each value into a map under its lock, and reads the map without. This author believed that
 * two threads are in each other's way only if both of them write.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private enum Figure {
    COUNT,
    SUM,
    MIN,
    MAX
  }

  private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);

  public LatencyStats() {
    clear();
  }

  public void record(long value) {
    synchronized (figures) {
      figures.merge(Figure.COUNT, 1L, Long::sum);
      figures.merge(Figure.SUM, value, Long::sum);
      figures.merge(Figure.MIN, value, Long::min);
      figures.merge(Figure.MAX, value, Long::max);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount should not be negative: " + maxCount);
    }
    synchronized (figures) {
      if (figures.get(Figure.COUNT) >= maxCount) {
        return false;
      }
      record(value);
      return true;
    }
  }

  public Snapshot snapshot() {
    long count = figures.get(Figure.COUNT);
    long sum = figures.get(Figure.SUM); // BUG: torn-state
    return new Snapshot(count, sum, figures.get(Figure.MIN), figures.get(Figure.MAX));
  }

  public Snapshot drain() {
    synchronized (figures) {
      Snapshot drained = snapshot();
      clear();
      return drained;
    }
  }

  private void clear() {
    figures.put(Figure.COUNT, 0L);
    figures.put(Figure.SUM, 0L);
    figures.put(Figure.MIN, Long.MAX_VALUE);
    figures.put(Figure.MAX, Long.MIN_VALUE);
  }
}
