package safecounter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Unlocks as the last step of each method, without {@code finally}.
 *
 * <p>M09: its author believed that a method always gets to its unlock.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Lock lock = new ReentrantLock();

  // Guarded by lock.
  private long count;
  private long sum;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  public LatencyStats() {}

  public void record(long value) {
    lock.lock();
    add(value);
    lock.unlock();
  }

  public boolean recordIfBelow(long maxCount, long value) {
    lock.lock();
    if (maxCount < 0) {
      throw new IllegalArgumentException("negative: " + maxCount); // BUG: lock-not-released
    }
    boolean room = count < maxCount;
    if (room) {
      add(value);
    }
    lock.unlock();
    return room;
  }

  public Snapshot snapshot() {
    lock.lock();
    Snapshot seen = new Snapshot(count, sum, min, max);
    lock.unlock();
    return seen;
  }

  public Snapshot drain() {
    lock.lock();
    Snapshot taken = new Snapshot(count, sum, min, max);
    count = 0;
    sum = 0;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
    lock.unlock();
    return taken;
  }

  private void add(long value) {
    count++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
}
