package safecounter;

import java.util.concurrent.Semaphore;

/**
 * Uses a semaphore with one permit as a lock, and builds the limited method on the unlimited one.
 * This author believed that a thread that is inside already may simply go in again.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Semaphore door = new Semaphore(1);

  // Guarded by door.
  private Snapshot numbers = empty();

  public LatencyStats() {}

  public void record(long value) {
    door.acquireUninterruptibly();
    try {
      numbers =
          new Snapshot(
              numbers.count() + 1,
              numbers.sum() + value,
              Math.min(numbers.min(), value),
              Math.max(numbers.max(), value));
    } finally {
      door.release();
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("limit is " + maxCount);
    }
    door.acquireUninterruptibly();
    try {
      boolean below = numbers.count() < maxCount;
      if (below) {
        record(value); // BUG: deadlock
      }
      return below;
    } finally {
      door.release();
    }
  }

  public Snapshot snapshot() {
    door.acquireUninterruptibly();
    try {
      return numbers;
    } finally {
      door.release();
    }
  }

  public Snapshot drain() {
    door.acquireUninterruptibly();
    try {
      Snapshot drained = numbers;
      numbers = empty();
      return drained;
    } finally {
      door.release();
    }
  }

  private static Snapshot empty() {
    return new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);
  }
}
