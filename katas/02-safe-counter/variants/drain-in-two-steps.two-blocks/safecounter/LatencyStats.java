package safecounter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks, copies, unlocks; then locks, clears, unlocks. This author believed that it is enough never
 * to touch the numbers without the lock, and that it should be held as briefly as possible.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Lock lock = new ReentrantLock();

  // Replaced under the lock.
  private Tally tally = new Tally();

  public LatencyStats() {}

  public void record(long value) {
    lock.lock();
    try {
      tally.add(value);
    } finally {
      lock.unlock();
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount must be 0 or more: " + maxCount);
    }
    lock.lock();
    try {
      if (tally.count < maxCount) {
        tally.add(value);
        return true;
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  public Snapshot snapshot() {
    lock.lock();
    try {
      return new Snapshot(tally.count, tally.sum, tally.min, tally.max);
    } finally {
      lock.unlock();
    }
  }

  public Snapshot drain() {
    Snapshot copy = snapshot();
    lock.lock(); // BUG: lost-update
    try {
      tally = new Tally();
    } finally {
      lock.unlock();
    }
    return copy;
  }

  private static final class Tally {

    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    void add(long value) {
      count++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
}
