package safecounter;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes the atomic reference when the first caller comes, under a lock that the later ones need not
 * take. This author believed that a lock is needed for making the object and not for finding it.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private Snapshot plus(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }
  }

  private static final Snapshot EMPTY = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  private final Lock making = new ReentrantLock();
  private AtomicReference<Snapshot> holder;

  public LatencyStats() {}

  public void record(long value) {
    holder().updateAndGet(numbers -> numbers.plus(value));
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is below zero: " + maxCount);
    }
    AtomicReference<Snapshot> reference = holder();
    for (Snapshot seen = reference.get(); seen.count() < maxCount; seen = reference.get()) {
      if (reference.compareAndSet(seen, seen.plus(value))) {
        return true;
      }
    }
    return false;
  }

  public Snapshot snapshot() {
    return holder().get();
  }

  public Snapshot drain() {
    return holder().getAndSet(EMPTY);
  }

  private AtomicReference<Snapshot> holder() {
    AtomicReference<Snapshot> found = holder; // BUG: unsafe-publication
    return found != null ? found : made();
  }

  private AtomicReference<Snapshot> made() {
    making.lock();
    try {
      if (holder == null) {
        holder = new AtomicReference<>(EMPTY);
      }
      return holder;
    } finally {
      making.unlock();
    }
  }
}
