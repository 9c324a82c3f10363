package safecounter;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Builds the statistic from four accumulators. This author believed that the JDK's own tools for
 * counting, put together, count together.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final LongAccumulator observations = new LongAccumulator(Long::sum, 0);
  private final LongAccumulator total = new LongAccumulator(Long::sum, 0);
  private final LongAccumulator shortest = new LongAccumulator(Long::min, Long.MAX_VALUE);
  private final LongAccumulator longest = new LongAccumulator(Long::max, Long.MIN_VALUE);

  // For those who have to look before they record.
  private final Lock limited = new ReentrantLock();

  public LatencyStats() {}

  public void record(long value) {
    observations.accumulate(1);
    total.accumulate(value);
    shortest.accumulate(value);
    longest.accumulate(value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("a limit below zero: " + maxCount);
    }
    limited.lock();
    try {
      boolean below = observations.get() < maxCount;
      if (below) {
        record(value);
      }
      return below;
    } finally {
      limited.unlock();
    }
  }

  public Snapshot snapshot() {
    long count = observations.get();
    long sum = total.get(); // BUG: torn-state
    return new Snapshot(count, sum, shortest.get(), longest.get());
  }

  public Snapshot drain() {
    long count = observations.getThenReset();
    long sum = total.getThenReset();
    return new Snapshot(count, sum, shortest.getThenReset(), longest.getThenReset());
  }
}
