package safecounter;

/**
 * Lets all objects report to one and the same store. This author believed that threads can only
 * share what exists once in the whole program.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private static final Store STORE = new Store(); // BUG: shared-static-state

  public LatencyStats() {}

  public void record(long value) {
    STORE.add(value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is smaller than 0: " + maxCount);
    }
    return STORE.addIfBelow(maxCount, value);
  }

  public Snapshot snapshot() {
    return STORE.show();
  }

  public Snapshot drain() {
    return STORE.empty();
  }

  /** Guarded by its own monitor. */
  private static final class Store {

    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    synchronized void add(long value) {
      count++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }

    synchronized boolean addIfBelow(long maxCount, long value) {
      boolean below = count < maxCount;
      if (below) {
        add(value);
      }
      return below;
    }

    synchronized Snapshot show() {
      return new Snapshot(count, sum, min, max);
    }

    synchronized Snapshot empty() {
      Snapshot all = show();
      count = 0;
      sum = 0;
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
      return all;
    }
  }
}
