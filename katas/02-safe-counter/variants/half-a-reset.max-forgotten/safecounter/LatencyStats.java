package safecounter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Starts over with three numbers of four. This author believed that an old maximum does not matter,
 * because the next value replaces it anyway.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Lock lock = new ReentrantLock();

  // Guarded by lock.
  private long count;
  private long sum;
  private long fastest = Long.MAX_VALUE;
  private long slowest = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    lock.lock();
    try {
      count++;
      sum += value;
      fastest = value < fastest ? value : fastest;
      slowest = value > slowest ? value : slowest;
    } finally {
      lock.unlock();
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("bad limit " + maxCount);
    }
    lock.lock();
    try {
      if (count >= maxCount) {
        return false;
      }
      record(value);
      return true;
    } finally {
      lock.unlock();
    }
  }

  public Snapshot snapshot() {
    lock.lock();
    try {
      return new Snapshot(count, sum, fastest, slowest);
    } finally {
      lock.unlock();
    }
  }

  public Snapshot drain() {
    lock.lock();
    try {
      Snapshot drained = snapshot();
      startOver();
      return drained;
    } finally {
      lock.unlock();
    }
  }

  private void startOver() {
    count = 0;
    sum = 0;
    fastest = Long.MAX_VALUE; // BUG: wrong-result
  }
}
