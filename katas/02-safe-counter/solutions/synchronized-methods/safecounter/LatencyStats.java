package safecounter;

/**
 * Four plain fields, guarded by this object's own monitor: every method that touches them locks.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  // Guarded by this, all four together.
  private long count;
  private long sum;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  public LatencyStats() {}

  public synchronized void record(long value) {
    count++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  public synchronized boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    if (count >= maxCount) {
      return false;
    }
    record(value);
    return true;
  }

  public synchronized Snapshot snapshot() {
    return new Snapshot(count, sum, min, max);
  }

  public synchronized Snapshot drain() {
    Snapshot taken = snapshot();
    count = 0;
    sum = 0;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
    return taken;
  }
}
