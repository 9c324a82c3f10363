package safecounter;

/**
 * Locks everywhere, but a drain resets two of the four numbers.
 *
 * <p>A slip rather than a misconception: its author took the minimum and the maximum for something
 * that takes care of itself.
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

  public synchronized Snapshot snapshot() {
    return new Snapshot(count, sum, min, max);
  }

  public synchronized Snapshot drain() {
    Snapshot taken = snapshot();
    count = 0; // BUG: wrong-result
    sum = 0;
    return taken;
  }
}
