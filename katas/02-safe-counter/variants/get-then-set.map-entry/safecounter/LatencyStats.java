package safecounter;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps everything under one key of a concurrent map. This author believed that a concurrent map
 * lets nobody come between a {@code get} and the {@code put} that belongs to it.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {

    private Snapshot extended(long value) {
      return new Snapshot(count + 1, sum + value, Math.min(min, value), Math.max(max, value));
    }
  }

  private enum Key {
    ALL
  }

  private static final Snapshot EMPTY = new Snapshot(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  private final ConcurrentMap<Key, Snapshot> stats = new ConcurrentHashMap<>();

  public LatencyStats() {
    stats.put(Key.ALL, EMPTY);
  }

  public void record(long value) {
    Snapshot before = stats.get(Key.ALL);
    stats.put(Key.ALL, before.extended(value)); // BUG: lost-update
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount is " + maxCount);
    }
    Snapshot before = stats.get(Key.ALL);
    while (before.count() < maxCount) {
      if (stats.replace(Key.ALL, before, before.extended(value))) {
        return true;
      }
      before = stats.get(Key.ALL);
    }
    return false;
  }

  public Snapshot snapshot() {
    return stats.get(Key.ALL);
  }

  public Snapshot drain() {
    return stats.replace(Key.ALL, EMPTY);
  }
}
