package safecounter;

import java.util.concurrent.locks.StampedLock;

/**
 * Calls one locking method from another, with a lock that lets nobody in twice.
 *
 * <p>M37: its author believed that a thread cannot block itself.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final StampedLock lock = new StampedLock();

  // Guarded by lock.
  private long count;
  private long sum;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    long stamp = lock.writeLock();
    try {
      count++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    long stamp = lock.writeLock();
    try {
      if (count >= maxCount) {
        return false;
      }
      record(value); // BUG: deadlock
      return true;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  public Snapshot snapshot() {
    long stamp = lock.readLock();
    try {
      return new Snapshot(count, sum, min, max);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  public Snapshot drain() {
    long stamp = lock.writeLock();
    try {
      Snapshot taken = new Snapshot(count, sum, min, max);
      count = 0;
      sum = 0;
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
      return taken;
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
