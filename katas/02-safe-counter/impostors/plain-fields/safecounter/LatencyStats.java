package safecounter;

/**
 * Keeps four plain fields and no lock.
 *
 * <p>M01: its author believed that {@code count++} is one step, so that nothing can come in
 * between.
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
    count++; // BUG: lost-update
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is negative: " + maxCount);
    }
    if (count >= maxCount) {
      return false;
    }
    record(value);
    return true;
  }

  public Snapshot snapshot() {
    return new Snapshot(count, sum, min, max);
  }

  public Snapshot drain() {
    Snapshot taken = snapshot();
    count = 0;
    sum = 0;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
    return taken;
  }
}
