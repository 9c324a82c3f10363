package safecounter;

/**
 * Makes the object with the numbers when it is first needed: looks without the lock, locks, and
 * looks again.
 *
 * <p>M14: its author believed that the second look makes the first one safe.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  /** Guarded by its own lock. */
  private static final class Totals {
    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    private synchronized boolean addIfBelow(long maxCount, long value) {
      if (count >= maxCount) {
        return false;
      }
      count++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
      return true;
    }

    private synchronized Snapshot snapshot() {
      return new Snapshot(count, sum, min, max);
    }

    private synchronized Snapshot drain() {
      Snapshot taken = snapshot();
      count = 0;
      sum = 0;
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
      return taken;
    }
  }

  private Totals totals;

  public LatencyStats() {}

  public void record(long value) {
    totals().addIfBelow(Long.MAX_VALUE, value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    return totals().addIfBelow(maxCount, value);
  }

  public Snapshot snapshot() {
    return totals().snapshot();
  }

  public Snapshot drain() {
    return totals().drain();
  }

  private Totals totals() {
    if (totals == null) { // BUG: unsafe-publication
      synchronized (this) {
        if (totals == null) {
          totals = new Totals();
        }
      }
    }
    return totals;
  }
}
