package safecounter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A private lock that nobody else can take, released in {@code finally} on every way out. */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Lock lock = new ReentrantLock();

  // Guarded by lock, all four together.
  private long count;
  private long sum;
  private long min;
  private long max;

  public LatencyStats() {
    reset();
  }

  public void record(long value) {
    lock.lock();
    try {
      add(value);
    } finally {
      lock.unlock();
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    lock.lock();
    try {
      boolean room = count < maxCount;
      if (room) {
        add(value);
      }
      return room;
    } finally {
      lock.unlock();
    }
  }

  public Snapshot snapshot() {
    lock.lock();
    try {
      return new Snapshot(count, sum, min, max);
    } finally {
      lock.unlock();
    }
  }

  public Snapshot drain() {
    lock.lock();
    try {
      Snapshot taken = new Snapshot(count, sum, min, max);
      reset();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void add(long value) {
    count++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  private void reset() {
    count = 0;
    sum = 0;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
  }
}
