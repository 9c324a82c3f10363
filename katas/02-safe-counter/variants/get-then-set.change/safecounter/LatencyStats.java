package safecounter;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Sends every change through one method, which gets the numbers from an atomic reference and sets
 * the new ones. This author believed that atomic gets and sets add up to an atomic change.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private Snapshot() {
      this(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);
    }
  }

  private final AtomicReference<Snapshot> numbers = new AtomicReference<>(new Snapshot());

  public LatencyStats() {}

  public void record(long value) {
    change(before -> including(value, before));
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount: " + maxCount);
    }
    Snapshot before = change(now -> now.count() < maxCount ? including(value, now) : now);
    return before.count() < maxCount;
  }

  public Snapshot snapshot() {
    return numbers.get();
  }

  public Snapshot drain() {
    return change(before -> new Snapshot());
  }

  /** Returns what was there before. */
  private Snapshot change(UnaryOperator<Snapshot> step) {
    Snapshot before = numbers.get();
    numbers.set(step.apply(before)); // BUG: lost-update
    return before;
  }

  private static Snapshot including(long value, Snapshot before) {
    return new Snapshot(
        before.count() + 1,
        before.sum() + value,
        Math.min(before.min(), value),
        Math.max(before.max(), value));
  }
}
