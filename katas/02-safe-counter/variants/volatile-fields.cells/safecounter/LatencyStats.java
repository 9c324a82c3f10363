package safecounter;

import java.util.function.LongBinaryOperator;

/**
 * Has four cells, each with a volatile value. This author believed that a volatile field is read
 * and written back without anybody in between.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Cell count = new Cell(0, Long::sum);
  private final Cell sum = new Cell(0, Long::sum);
  private final Cell min = new Cell(Long.MAX_VALUE, Math::min);
  private final Cell max = new Cell(Long.MIN_VALUE, Math::max);

  public LatencyStats() {}

  public void record(long value) {
    count.combineWith(1);
    sum.combineWith(value);
    min.combineWith(value);
    max.combineWith(value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount was negative: " + maxCount);
    }
    boolean below = count.value < maxCount;
    if (below) {
      record(value);
    }
    return below;
  }

  public Snapshot snapshot() {
    return new Snapshot(count.value, sum.value, min.value, max.value);
  }

  public Snapshot drain() {
    return new Snapshot(count.restart(), sum.restart(), min.restart(), max.restart());
  }

  private static final class Cell {

    private final long start;
    private final LongBinaryOperator operator;
    private volatile long value;

    Cell(long start, LongBinaryOperator operator) {
      this.start = start;
      this.operator = operator;
      this.value = start;
    }

    void combineWith(long other) {
      value = operator.applyAsLong(value, other); // BUG: lost-update
    }

    long restart() {
      long last = value;
      value = start;
      return last;
    }
  }
}
