package safecounter;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks first and unlocks last, with a way out in the middle. This author believed that the last
 * line of a method is executed even if the method returns before.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final ReentrantLock mutex = new ReentrantLock();

  // Replaced under mutex.
  private Snapshot state = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  public LatencyStats() {}

  public void record(long value) {
    mutex.lock();
    state = stateWith(value);
    mutex.unlock();
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is under zero: " + maxCount);
    }
    mutex.lock();
    if (state.count() >= maxCount) {
      return false; // BUG: lock-not-released
    }
    state = stateWith(value);
    mutex.unlock();
    return true;
  }

  public Snapshot snapshot() {
    mutex.lock();
    Snapshot seen = state;
    mutex.unlock();
    return seen;
  }

  public Snapshot drain() {
    mutex.lock();
    Snapshot drained = state;
    state = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);
    mutex.unlock();
    return drained;
  }

  private Snapshot stateWith(long value) {
    return new Snapshot(
        state.count() + 1,
        state.sum() + value,
        Math.min(state.min(), value),
        Math.max(state.max(), value));
  }
}
