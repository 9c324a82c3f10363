package safecounter;

/**
 * Has a lock for each method. This author believed that a method is safe if no two threads are in
 * it at the same time.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Object recordLock = new Object();
  private final Object recordIfBelowLock = new Object();
  private final Object snapshotLock = new Object();
  private final Object drainLock = new Object();

  private long count;
  private long sum;
  private long min;
  private long max;

  public LatencyStats() {
    reset();
  }

  public void record(long value) {
    synchronized (recordLock) { // BUG: lost-update
      add(value);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount went negative: " + maxCount);
    }
    synchronized (recordIfBelowLock) {
      if (count < maxCount) {
        add(value);
        return true;
      }
      return false;
    }
  }

  public Snapshot snapshot() {
    synchronized (snapshotLock) {
      return new Snapshot(count, sum, min, max);
    }
  }

  public Snapshot drain() {
    synchronized (drainLock) {
      Snapshot drained = new Snapshot(count, sum, min, max);
      reset();
      return drained;
    }
  }

  private void add(long value) {
    count++;
    sum += value;
    if (value < min) {
      min = value;
    }
    if (value > max) {
      max = value;
    }
  }

  private void reset() {
    count = 0;
    sum = 0;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
  }
}
