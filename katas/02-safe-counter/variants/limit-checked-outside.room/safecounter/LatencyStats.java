package safecounter;

/**
 * Asks whether there is room, and if so, goes in. This author believed that two calls of one and
 * the same thread follow each other directly as long as each of them holds the lock.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Object lock = new Object();

  // Guarded by lock.
  private long observations;
  private long total;
  private long low = Long.MAX_VALUE;
  private long high = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    synchronized (lock) {
      observations++;
      total += value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("negative maximum: " + maxCount);
    }
    if (hasRoom(maxCount)) { // BUG: check-then-act
      record(value);
      return true;
    }
    return false;
  }

  private boolean hasRoom(long maxCount) {
    synchronized (lock) {
      return observations < maxCount;
    }
  }

  public Snapshot snapshot() {
    synchronized (lock) {
      return new Snapshot(observations, total, low, high);
    }
  }

  public Snapshot drain() {
    synchronized (lock) {
      Snapshot before = snapshot();
      observations = 0;
      total = 0;
      low = Long.MAX_VALUE;
      high = Long.MIN_VALUE;
      return before;
    }
  }
}
