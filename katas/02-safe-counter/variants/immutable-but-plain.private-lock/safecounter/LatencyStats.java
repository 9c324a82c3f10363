package safecounter;

/**
 * Guards all changes with a private lock, and hands out the current state without it. This author
 * believed that a reference to something that never changes can be read by anybody at any time.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Object changing = new Object();
  private State state = new State(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  public LatencyStats() {}

  public void record(long value) {
    synchronized (changing) {
      state = state.after(value);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("negative: " + maxCount);
    }
    synchronized (changing) {
      boolean below = state.count < maxCount;
      state = below ? state.after(value) : state;
      return below;
    }
  }

  public Snapshot snapshot() {
    return state.shown(); // BUG: stale-read
  }

  public Snapshot drain() {
    synchronized (changing) {
      Snapshot drained = state.shown();
      state = new State(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);
      return drained;
    }
  }

  /** Never changes: all its fields are final. */
  private static final class State {

    private final long count;
    private final long sum;
    private final long min;
    private final long max;

    State(long count, long sum, long min, long max) {
      this.count = count;
      this.sum = sum;
      this.min = min;
      this.max = max;
    }

    State after(long value) {
      return new State(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }

    Snapshot shown() {
      return new Snapshot(count, sum, min, max);
    }
  }
}
