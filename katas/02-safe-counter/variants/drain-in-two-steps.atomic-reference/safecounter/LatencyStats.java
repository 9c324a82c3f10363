package safecounter;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the numbers in an atomic reference, takes them out and then puts in empty ones. This author
 * believed that a method made of nothing but safe steps is a safe method.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private static final Snapshot NOTHING = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  private final AtomicReference<Snapshot> latest = new AtomicReference<>(NOTHING);

  public LatencyStats() {}

  public void record(long value) {
    latest.accumulateAndGet(of(value), LatencyStats::merge);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("not a limit: " + maxCount);
    }
    Snapshot one = of(value);
    Snapshot before = latest.getAndUpdate(now -> now.count() < maxCount ? merge(now, one) : now);
    return before.count() < maxCount;
  }

  public Snapshot snapshot() {
    return latest.get();
  }

  public Snapshot drain() {
    Snapshot full = latest.get();
    latest.set(NOTHING); // BUG: lost-update
    return full;
  }

  private static Snapshot of(long value) {
    return new Snapshot(1, value, value, value);
  }

  private static Snapshot merge(Snapshot one, Snapshot other) {
    return new Snapshot(
        one.count() + other.count(),
        one.sum() + other.sum(),
        Math.min(one.min(), other.min()),
        Math.max(one.max(), other.max()));
  }
}
