package safecounter;

/**
 * Keeps the current numbers, as one object, in a volatile field. This author believed that {@code
 * volatile} puts all who write to the field in a queue.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private static final Snapshot ZERO = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    private Snapshot increasedBy(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }
  }

  private volatile Snapshot now = Snapshot.ZERO;

  public LatencyStats() {}

  public void record(long value) {
    now = now.increasedBy(value); // BUG: lost-update
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount cannot be negative: " + maxCount);
    }
    if (now.count() < maxCount) {
      record(value);
      return true;
    }
    return false;
  }

  public Snapshot snapshot() {
    return now;
  }

  public Snapshot drain() {
    Snapshot drained = now;
    now = Snapshot.ZERO;
    return drained;
  }
}
