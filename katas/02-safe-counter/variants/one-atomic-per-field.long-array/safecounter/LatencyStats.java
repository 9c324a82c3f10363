package safecounter;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Keeps the four numbers in the four elements of an atomic array. This author believed that what is
 * made of atomic parts cannot be seen half changed.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private static final int COUNT = 0;
  private static final int SUM = 1;
  private static final int MIN = 2;
  private static final int MAX = 3;

  private final AtomicLongArray figures =
      new AtomicLongArray(new long[] {0, 0, Long.MAX_VALUE, Long.MIN_VALUE});

  public LatencyStats() {}

  public void record(long value) {
    figures.getAndIncrement(COUNT);
    include(value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("limit below zero: " + maxCount);
    }
    long before = figures.getAndUpdate(COUNT, count -> count < maxCount ? count + 1 : count);
    if (before >= maxCount) {
      return false;
    }
    include(value);
    return true;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        figures.get(COUNT),
        figures.get(SUM),
        figures.get(MIN),
        figures.get(MAX)); // BUG: torn-state
  }

  public Snapshot drain() {
    long count = figures.getAndSet(COUNT, 0);
    long sum = figures.getAndSet(SUM, 0);
    long min = figures.getAndSet(MIN, Long.MAX_VALUE);
    long max = figures.getAndSet(MAX, Long.MIN_VALUE);
    return new Snapshot(count, sum, min, max);
  }

  private void include(long value) {
    figures.getAndAdd(SUM, value);
    figures.getAndAccumulate(MIN, value, Math::min);
    figures.getAndAccumulate(MAX, value, Math::max);
  }
}
