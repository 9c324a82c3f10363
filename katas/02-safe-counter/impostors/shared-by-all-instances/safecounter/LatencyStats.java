package safecounter;

/**
 * Locks the class and keeps the numbers in static fields.
 *
 * <p>M08: its author believed that what many threads share has to be static.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private static final Object LOCK = new Object();

  private static long count; // BUG: shared-static-state
  private static long sum;
  private static long min = Long.MAX_VALUE;
  private static long max = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    synchronized (LOCK) {
      add(value);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    synchronized (LOCK) {
      if (count >= maxCount) {
        return false;
      }
      add(value);
      return true;
    }
  }

  public Snapshot snapshot() {
    synchronized (LOCK) {
      return new Snapshot(count, sum, min, max);
    }
  }

  public Snapshot drain() {
    synchronized (LOCK) {
      Snapshot taken = new Snapshot(count, sum, min, max);
      count = 0;
      sum = 0;
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
      return taken;
    }
  }

  private static void add(long value) {
    count++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
}
