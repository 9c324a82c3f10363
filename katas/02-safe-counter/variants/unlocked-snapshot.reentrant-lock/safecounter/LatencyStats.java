package safecounter;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes the lock for all that changes the numbers; the snapshot only copies them. This author
 * believed that looking does no harm and so needs no protection.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final ReentrantLock lock = new ReentrantLock();
  private long observations;
  private long total;
  private long shortest;
  private long longest;

  public LatencyStats() {
    clear();
  }

  public void record(long value) {
    lock.lock();
    try {
      observations += 1;
      total += value;
      shortest = Math.min(shortest, value);
      longest = Math.max(longest, value);
    } finally {
      lock.unlock();
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount has to be at least 0: " + maxCount);
    }
    lock.lock();
    try {
      boolean below = observations < maxCount;
      if (below) {
        record(value);
      }
      return below;
    } finally {
      lock.unlock();
    }
  }

  public Snapshot snapshot() {
    return new Snapshot(observations, total, shortest, longest); // BUG: torn-state
  }

  public Snapshot drain() {
    lock.lock();
    try {
      Snapshot all = snapshot();
      clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  private void clear() {
    observations = 0;
    total = 0;
    shortest = Long.MAX_VALUE;
    longest = Long.MIN_VALUE;
  }
}
