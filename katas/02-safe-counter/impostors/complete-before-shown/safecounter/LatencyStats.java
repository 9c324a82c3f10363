package safecounter;

/**
 * Makes a new object for each change and fills it completely before it shows it to anybody. Who
 * changes locks, who only looks does not.
 *
 * <p>M68: its author believed that what stands in an earlier line is also seen earlier.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  /** Filled under the lock, and never changed once it can be found in the field. */
  private static final class Totals {
    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    private Totals plus(long value) {
      Totals next = new Totals();
      next.count = count + 1;
      next.sum = sum + value;
      next.min = Math.min(min, value);
      next.max = Math.max(max, value);
      return next;
    }

    private Snapshot snapshot() {
      return new Snapshot(count, sum, min, max);
    }
  }

  private Totals totals = new Totals();

  public LatencyStats() {}

  public synchronized void record(long value) {
    totals = totals.plus(value);
  }

  public synchronized boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    if (totals.count >= maxCount) {
      return false;
    }
    totals = totals.plus(value);
    return true;
  }

  public Snapshot snapshot() {
    return totals.snapshot(); // BUG: unsafe-publication
  }

  public synchronized Snapshot drain() {
    Snapshot taken = totals.snapshot();
    totals = new Totals();
    return taken;
  }
}
