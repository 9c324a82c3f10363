package safecounter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Copies the array with the four numbers, changes the copy, and stores it when it is ready; readers
 * take what is there. This author believed that who finds the new array finds its contents, too.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private static final int COUNT = 0;
  private static final int SUM = 1;
  private static final int MIN = 2;
  private static final int MAX = 3;

  private final Lock writing = new ReentrantLock();
  private long[] numbers = empty();

  public LatencyStats() {}

  public void record(long value) {
    recordIfBelow(Long.MAX_VALUE, value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount must not be negative but is " + maxCount);
    }
    writing.lock();
    try {
      if (numbers[COUNT] >= maxCount) {
        return false;
      }
      numbers = with(value, numbers.clone());
      return true;
    } finally {
      writing.unlock();
    }
  }

  public Snapshot snapshot() {
    return asSnapshot(numbers); // BUG: unsafe-publication
  }

  public Snapshot drain() {
    writing.lock();
    try {
      long[] old = numbers;
      numbers = empty();
      return asSnapshot(old);
    } finally {
      writing.unlock();
    }
  }

  private static long[] empty() {
    return new long[] {0, 0, Long.MAX_VALUE, Long.MIN_VALUE};
  }

  private static long[] with(long value, long[] copy) {
    copy[COUNT]++;
    copy[SUM] += value;
    copy[MIN] = Math.min(copy[MIN], value);
    copy[MAX] = Math.max(copy[MAX], value);
    return copy;
  }

  private static Snapshot asSnapshot(long[] array) {
    return new Snapshot(array[COUNT], array[SUM], array[MIN], array[MAX]);
  }
}
