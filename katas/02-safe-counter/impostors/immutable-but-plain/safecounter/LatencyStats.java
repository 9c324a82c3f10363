package safecounter;

/**
 * Keeps one immutable object in a plain field. Who changes it locks, who only looks does not.
 *
 * <p>M13: its author believed that an immutable object makes safe whatever refers to it.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private static final Snapshot EMPTY = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    private Snapshot plus(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }
  }

  // Replaced under the lock of this object.
  private Snapshot state = Snapshot.EMPTY;

  public LatencyStats() {}

  public synchronized void record(long value) {
    state = state.plus(value);
  }

  public synchronized boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    if (state.count() >= maxCount) {
      return false;
    }
    state = state.plus(value);
    return true;
  }

  public Snapshot snapshot() {
    return state; // BUG: stale-read
  }

  public synchronized Snapshot drain() {
    Snapshot taken = state;
    state = Snapshot.EMPTY;
    return taken;
  }
}
