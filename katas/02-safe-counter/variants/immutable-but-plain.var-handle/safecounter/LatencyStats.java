package safecounter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Replaces a record by compare-and-set through a handle, and reads the field as it is. This author
 * believed that care is needed in replacing a record, while its readers are safe by its nature.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private Snapshot with(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }
  }

  private static final Snapshot EMPTY = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);
  private static final VarHandle CURRENT = handle();

  private Snapshot current = EMPTY;

  public LatencyStats() {}

  public void record(long value) {
    recordIfBelow(Long.MAX_VALUE, value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is below 0: " + maxCount);
    }
    while (true) {
      Snapshot seen = (Snapshot) CURRENT.getVolatile(this);
      if (seen.count() >= maxCount) {
        return false;
      }
      if (CURRENT.compareAndSet(this, seen, seen.with(value))) {
        return true;
      }
    }
  }

  public Snapshot snapshot() {
    return current; // BUG: stale-read
  }

  public Snapshot drain() {
    return (Snapshot) CURRENT.getAndSet(this, EMPTY);
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(LatencyStats.class, "current", Snapshot.class);
    } catch (ReflectiveOperationException missing) {
      throw new ExceptionInInitializerError(missing);
    }
  }
}
