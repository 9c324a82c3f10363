package safecounter;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Uses the JDK's classes for busy counters, one for each number.
 *
 * <p>M70: its author believed that four classes made for statistics make one consistent statistic.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final LongAdder count = new LongAdder();
  private final LongAdder sum = new LongAdder();
  private final LongAccumulator min = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final LongAccumulator max = new LongAccumulator(Math::max, Long.MIN_VALUE);

  public LatencyStats() {}

  public void record(long value) {
    count.increment();
    sum.add(value);
    min.accumulate(value);
    max.accumulate(value);
  }

  public synchronized boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    if (count.sum() >= maxCount) {
      return false;
    }
    record(value);
    return true;
  }

  public Snapshot snapshot() {
    return new Snapshot(count.sum(), sum.sum(), min.get(), max.get()); // BUG: torn-state
  }

  public Snapshot drain() {
    return new Snapshot(
        count.sumThenReset(), sum.sumThenReset(), min.getThenReset(), max.getThenReset());
  }
}
