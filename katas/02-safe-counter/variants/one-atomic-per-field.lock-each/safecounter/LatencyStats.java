package safecounter;

import java.util.function.LongBinaryOperator;

/**
 * Gives each of the four numbers a lock of its own. This author believed that nothing can go wrong
 * with the whole if nothing can go wrong with any part of it.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Figure count = new Figure(0, Long::sum);
  private final Figure sum = new Figure(0, Long::sum);
  private final Figure min = new Figure(Long.MAX_VALUE, Long::min);
  private final Figure max = new Figure(Long.MIN_VALUE, Long::max);

  public LatencyStats() {}

  public void record(long value) {
    recordIfBelow(Long.MAX_VALUE, value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is too small: " + maxCount);
    }
    if (!count.updateIfBelow(maxCount, 1)) {
      return false;
    }
    sum.update(value);
    min.update(value);
    max.update(value);
    return true;
  }

  public Snapshot snapshot() {
    return new Snapshot(count.now(), sum.now(), min.now(), max.now()); // BUG: torn-state
  }

  public Snapshot drain() {
    return new Snapshot(count.takeOut(), sum.takeOut(), min.takeOut(), max.takeOut());
  }

  /** One number, guarded by its own monitor. */
  private static final class Figure {

    private final long initial;
    private final LongBinaryOperator rule;
    private long number;

    Figure(long initial, LongBinaryOperator rule) {
      this.initial = initial;
      this.rule = rule;
      this.number = initial;
    }

    synchronized void update(long value) {
      number = rule.applyAsLong(number, value);
    }

    synchronized boolean updateIfBelow(long limit, long value) {
      boolean below = number < limit;
      if (below) {
        update(value);
      }
      return below;
    }

    synchronized long now() {
      return number;
    }

    synchronized long takeOut() {
      long taken = number;
      number = initial;
      return taken;
    }
  }
}
