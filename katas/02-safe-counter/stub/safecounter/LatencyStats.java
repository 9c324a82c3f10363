package safecounter;

/**
 * Counts observations and keeps their sum, their minimum and their maximum.
 *
 * <p>Any number of threads may call any method at any time. Each call happens as if at one single
 * moment between its beginning and its end.
 */
public final class LatencyStats {

  /**
   * Four numbers that belong to one and the same moment.
   *
   * <p>With no observations: {@code count} and {@code sum} are 0, {@code min} is {@link
   * Long#MAX_VALUE} and {@code max} is {@link Long#MIN_VALUE}.
   */
  public record Snapshot(long count, long sum, long min, long max) {}

  /** Starts empty. */
  public LatencyStats() {
    // TODO: Which fields are needed, and what are their values before the first observation?
    throw new UnsupportedOperationException("TODO");
  }

  /** Adds one observation. Any value is legal. A sum that grows too large wraps silently. */
  public void record(long value) {
    // TODO: Four numbers change here. Who could look while only two of them have changed?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Adds one observation if fewer than {@code maxCount} have been counted so far, and says whether
   * it did.
   *
   * @throws IllegalArgumentException if {@code maxCount} is negative; nothing changes then
   */
  public boolean recordIfBelow(long maxCount, long value) {
    // TODO: Between the question and the action, may the answer change?
    throw new UnsupportedOperationException("TODO");
  }

  /** All four numbers as they are at one moment. */
  public Snapshot snapshot() {
    // TODO: This only reads. Does that make it safe?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes a snapshot and starts again from empty, in one step: every observation is in exactly one
   * drain, or still here.
   */
  public Snapshot drain() {
    // TODO: An observation may arrive at any moment. Where does it go?
    throw new UnsupportedOperationException("TODO");
  }
}
