package safecounter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Runs everything inside {@code locked}, which makes a lock, takes it, and releases it. This author
 * believed that being between lock and unlock is what keeps the others out.
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
    locked(() -> addIfBelow(Long.MAX_VALUE, value));
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount may not be " + maxCount);
    }
    return locked(() -> addIfBelow(maxCount, value));
  }

  public Snapshot snapshot() {
    return locked(this::current);
  }

  public Snapshot drain() {
    return locked(this::takeAll);
  }

  private static <T> T locked(Supplier<T> action) {
    Lock lock = new ReentrantLock(); // BUG: lost-update
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  private boolean addIfBelow(long maxCount, long value) {
    if (count >= maxCount) {
      return false;
    }
    count++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
    return true;
  }

  private Snapshot current() {
    return new Snapshot(count, sum, min, max);
  }

  private Snapshot takeAll() {
    Snapshot all = current();
    count = 0;
    sum = 0;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
    return all;
  }
}
