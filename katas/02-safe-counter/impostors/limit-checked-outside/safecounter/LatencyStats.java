package safecounter;

/**
 * Looks at the count, and then records.
 *
 * <p>M03: its author believed that what has just been looked up is still true.
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

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    if (snapshot().count() >= maxCount) { // BUG: check-then-act
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
