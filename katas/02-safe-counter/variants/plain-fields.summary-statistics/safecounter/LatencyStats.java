package safecounter;

import java.util.LongSummaryStatistics;

/**
 * Lets the JDK do the arithmetic. This author believed that a single call on a single line is done
 * in one go.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private LongSummaryStatistics statistics = new LongSummaryStatistics();

  public LatencyStats() {}

  public void record(long value) {
    statistics.accept(value); // BUG: lost-update
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("less than nothing: " + maxCount);
    }
    boolean below = statistics.getCount() < maxCount;
    if (below) {
      record(value);
    }
    return below;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        statistics.getCount(), statistics.getSum(), statistics.getMin(), statistics.getMax());
  }

  public Snapshot drain() {
    Snapshot drained = snapshot();
    statistics = new LongSummaryStatistics();
    return drained;
  }
}
