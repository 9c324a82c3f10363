package safecounter;

/**
 * Locks in every method, each time a lock that nobody else has.
 *
 * <p>M07: its author believed that any lock will do, as long as the code stands inside {@code
 * synchronized}.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private long count;
  private long sum;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    synchronized (lock()) {
      add(value);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    synchronized (lock()) {
      if (count >= maxCount) {
        return false;
      }
      add(value);
      return true;
    }
  }

  public Snapshot snapshot() {
    synchronized (lock()) {
      return new Snapshot(count, sum, min, max);
    }
  }

  public Snapshot drain() {
    synchronized (lock()) {
      Snapshot taken = new Snapshot(count, sum, min, max);
      count = 0;
      sum = 0;
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
      return taken;
    }
  }

  private static Object lock() {
    return new Object(); // BUG: lost-update
  }

  private void add(long value) {
    count++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
}
