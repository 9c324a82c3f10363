package safecounter;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Drains by starting to count from zero. This author thought of what adds up, and believed that the
 * extremes adjust themselves with the next value.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private Snapshot and(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }

    private Snapshot fromZero() {
      return new Snapshot(0, 0, min, max); // BUG: wrong-result
    }
  }

  private final AtomicReference<Snapshot> current =
      new AtomicReference<>(new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE));

  public LatencyStats() {}

  public void record(long value) {
    Snapshot seen;
    do {
      seen = current.get();
    } while (!current.compareAndSet(seen, seen.and(value)));
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("a negative maxCount: " + maxCount);
    }
    Snapshot seen;
    do {
      seen = current.get();
      if (seen.count() >= maxCount) {
        return false;
      }
    } while (!current.compareAndSet(seen, seen.and(value)));
    return true;
  }

  public Snapshot snapshot() {
    return current.get();
  }

  public Snapshot drain() {
    return current.getAndUpdate(Snapshot::fromZero);
  }
}
