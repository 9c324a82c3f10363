package safecounter;

/**
 * Locks wherever something changes, but not where it only reads.
 *
 * <p>M06: its author believed that readers need no lock.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  // Guarded by this.
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

  public Snapshot snapshot() {
    return new Snapshot(count, sum, min, max); // BUG: torn-state
  }

  public synchronized Snapshot drain() {
    Snapshot taken = new Snapshot(count, sum, min, max);
    count = 0;
    sum = 0;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
    return taken;
  }
}
