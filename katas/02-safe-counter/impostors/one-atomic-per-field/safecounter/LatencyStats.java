package safecounter;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes each of the four numbers an atomic variable.
 *
 * <p>M05: its author believed that an object is safe as soon as each of its fields is.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final AtomicLong count = new AtomicLong();
  private final AtomicLong sum = new AtomicLong();
  private final AtomicLong min = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong max = new AtomicLong(Long.MIN_VALUE);

  public LatencyStats() {}

  public void record(long value) {
    count.incrementAndGet();
    add(value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    while (true) {
      long now = count.get();
      if (now >= maxCount) {
        return false;
      }
      if (count.compareAndSet(now, now + 1)) {
        add(value);
        return true;
      }
    }
  }

  public Snapshot snapshot() {
    return new Snapshot(count.get(), sum.get(), min.get(), max.get()); // BUG: torn-state
  }

  public Snapshot drain() {
    return new Snapshot(
        count.getAndSet(0),
        sum.getAndSet(0),
        min.getAndSet(Long.MAX_VALUE),
        max.getAndSet(Long.MIN_VALUE));
  }

  private void add(long value) {
    sum.addAndGet(value);
    min.accumulateAndGet(value, Math::min);
    max.accumulateAndGet(value, Math::max);
  }
}
