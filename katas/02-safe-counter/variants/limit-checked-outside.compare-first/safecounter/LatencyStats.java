package safecounter;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Compares the count with the limit and then updates. This author believed that an answer stays
 * good for the few nanoseconds until it is used.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    static Snapshot none() {
      return new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    Snapshot add(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }
  }

  private final AtomicReference<Snapshot> stats = new AtomicReference<>(Snapshot.none());

  public LatencyStats() {}

  public void record(long value) {
    stats.getAndUpdate(before -> before.add(value));
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount < 0: " + maxCount);
    }
    boolean below = stats.get().count() < maxCount;
    if (below) {
      record(value); // BUG: check-then-act
    }
    return below;
  }

  public Snapshot snapshot() {
    return stats.get();
  }

  public Snapshot drain() {
    return stats.getAndSet(Snapshot.none());
  }
}
