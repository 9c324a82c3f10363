package safecounter;

import java.util.concurrent.atomic.AtomicReference;

/**
 * No lock: the whole state is one immutable object, and a change replaces it by compare-and-set.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private static final Snapshot EMPTY = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    private Snapshot plus(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }
  }

  private final AtomicReference<Snapshot> state = new AtomicReference<>(Snapshot.EMPTY);

  public LatencyStats() {}

  public void record(long value) {
    state.updateAndGet(now -> now.plus(value));
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    while (true) {
      Snapshot now = state.get();
      if (now.count() >= maxCount) {
        return false;
      }
      if (state.compareAndSet(now, now.plus(value))) {
        return true;
      }
    }
  }

  public Snapshot snapshot() {
    return state.get();
  }

  public Snapshot drain() {
    return state.getAndSet(Snapshot.EMPTY);
  }
}
