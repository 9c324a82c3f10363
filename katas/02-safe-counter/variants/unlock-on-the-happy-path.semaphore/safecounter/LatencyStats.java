package safecounter;

import java.util.concurrent.Semaphore;

/**
 * Takes a permit at the beginning of each method and gives it back at the end. This author believed
 * that what stands at the end of a method is always reached.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Semaphore permit = new Semaphore(1);

  // Guarded by permit.
  private Numbers numbers = new Numbers();

  public LatencyStats() {}

  public void record(long value) {
    permit.acquireUninterruptibly();
    numbers.add(value);
    permit.release();
  }

  public boolean recordIfBelow(long maxCount, long value) {
    permit.acquireUninterruptibly();
    boolean recorded = numbers.addIfBelow(maxCount, value); // BUG: lock-not-released
    permit.release();
    return recorded;
  }

  public Snapshot snapshot() {
    permit.acquireUninterruptibly();
    Snapshot seen = numbers.shown();
    permit.release();
    return seen;
  }

  public Snapshot drain() {
    permit.acquireUninterruptibly();
    Snapshot drained = numbers.shown();
    numbers = new Numbers();
    permit.release();
    return drained;
  }

  /** For one thread at a time. */
  private static final class Numbers {

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

    boolean addIfBelow(long maxCount, long value) {
      if (maxCount < 0) {
        throw new IllegalArgumentException("maxCount is less than zero: " + maxCount);
      }
      if (count >= maxCount) {
        return false;
      }
      add(value);
      return true;
    }

    Snapshot shown() {
      return new Snapshot(count, sum, min, max);
    }
  }
}
