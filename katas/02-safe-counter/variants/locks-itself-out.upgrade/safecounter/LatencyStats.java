package safecounter;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Compares with the limit under the read lock and takes the write lock on top of it when there is
 * something to write. This author believed that one's own read lock cannot stand in one's way.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final ReadWriteLock locks = new ReentrantReadWriteLock();

  // Guarded by locks.
  private long count;
  private long sum;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    locks.writeLock().lock();
    try {
      count++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    } finally {
      locks.writeLock().unlock();
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is not a count: " + maxCount);
    }
    locks.readLock().lock();
    try {
      if (count >= maxCount) {
        return false;
      }
      record(value); // BUG: deadlock
      return true;
    } finally {
      locks.readLock().unlock();
    }
  }

  public Snapshot snapshot() {
    locks.readLock().lock();
    try {
      return current();
    } finally {
      locks.readLock().unlock();
    }
  }

  public Snapshot drain() {
    locks.writeLock().lock();
    try {
      Snapshot drained = current();
      count = 0;
      sum = 0;
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
      return drained;
    } finally {
      locks.writeLock().unlock();
    }
  }

  private Snapshot current() {
    return new Snapshot(count, sum, min, max);
  }
}
