package safecounter;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the current numbers in a static atomic reference. This author believed that a field that is
 * not static belongs to the thread that made the object.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private Snapshot with(long value) {
      return new Snapshot(1 + count, value + sum, Math.min(value, min), Math.max(value, max));
    }
  }

  private static final Snapshot INITIAL = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  private static final AtomicReference<Snapshot> CURRENT =
      new AtomicReference<>(INITIAL); // BUG: shared-static-state

  public LatencyStats() {}

  public void record(long value) {
    CURRENT.updateAndGet(current -> current.with(value));
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount = " + maxCount);
    }
    Snapshot before = CURRENT.getAndUpdate(now -> now.count() < maxCount ? now.with(value) : now);
    return before.count() < maxCount;
  }

  public Snapshot snapshot() {
    return CURRENT.get();
  }

  public Snapshot drain() {
    return CURRENT.getAndSet(INITIAL);
  }
}
