package safecounter;

/**
 * Adds each value to an array of four numbers, just like that. This author believed that a
 * statement as short as {@code +=} is executed as a whole.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private long[] data = fresh();

  public LatencyStats() {}

  public void record(long value) {
    data[0] += 1; // BUG: lost-update
    data[1] += value;
    if (value < data[2]) {
      data[2] = value;
    }
    if (value > data[3]) {
      data[3] = value;
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("a count is never below " + maxCount);
    }
    if (data[0] < maxCount) {
      record(value);
      return true;
    }
    return false;
  }

  public Snapshot snapshot() {
    return new Snapshot(data[0], data[1], data[2], data[3]);
  }

  public Snapshot drain() {
    Snapshot drained = snapshot();
    data = fresh();
    return drained;
  }

  private static long[] fresh() {
    return new long[] {0, 0, Long.MAX_VALUE, Long.MIN_VALUE};
  }
}
