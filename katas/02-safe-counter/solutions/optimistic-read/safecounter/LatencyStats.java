package safecounter;

import java.util.concurrent.locks.StampedLock;

/**
 * Writers exclude each other; a reader reads without a lock and reads again if a writer came in
 * between. The plain reads race, but what they saw is used only after {@code validate} has shown
 * that no writer was there.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final StampedLock lock = new StampedLock();

  // Written under lock's write lock.
  private long count;
  private long sum;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    long stamp = lock.writeLock();
    try {
      add(value);
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
      add(value);
      return true;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  public Snapshot snapshot() {
    long stamp = lock.tryOptimisticRead();
    Snapshot seen = read();
    return stamp != 0 && lock.validate(stamp) ? seen : lockedSnapshot();
  }

  public Snapshot drain() {
    long stamp = lock.writeLock();
    try {
      Snapshot taken = read();
      count = 0;
      sum = 0;
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
      return taken;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  private Snapshot lockedSnapshot() {
    long stamp = lock.readLock();
    try {
      return read();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  private Snapshot read() {
    return new Snapshot(count, sum, min, max);
  }

  private void add(long value) {
    count++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
}
