package safecounter;

/**
 * Keeps four volatile fields and no lock.
 *
 * <p>M02: its author believed that a volatile field is safe to change from many threads.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private volatile long count;
  private volatile long sum;
  private volatile long min = Long.MAX_VALUE;
  private volatile long max = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    count++; // BUG: lost-update
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
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
    return new Snapshot(count, sum, min, max);
  }

  public Snapshot drain() {
    Snapshot taken = snapshot();
    count = 0;
    sum = 0;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
    return taken;
  }
}
