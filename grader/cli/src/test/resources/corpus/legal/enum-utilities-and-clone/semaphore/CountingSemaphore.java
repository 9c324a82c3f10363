/*
 * Legal: Enum.valueOf, values, an EnumMap, and arrays that are cloned, filled and compared.
 */
package semaphore;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private enum Kind {
    FREE,
    MAX
  }

  private final Map<Kind, Integer> first = new EnumMap<>(Kind.class);
  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    int[] limits = {initial, max};
    int[] sorted = limits.clone();
    Arrays.sort(sorted);
    if (max < 1 || initial < 0 || !Arrays.equals(limits, sorted)) {
      throw new IllegalArgumentException(Arrays.toString(limits));
    }
    for (Kind kind : Kind.values()) {
      first.put(Enum.valueOf(Kind.class, kind.name()), limits[kind.ordinal()]);
    }
    this.max = first.get(Kind.valueOf("MAX"));
    this.free = first.getOrDefault(Kind.FREE, 0);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public synchronized void acquire(int n) throws InterruptedException {
    requirePossible(n);
    throwIfInterrupted();
    while (free < n) {
      wait();
    }
    free -= n;
  }

  public synchronized boolean tryAcquire(int n) {
    requirePossible(n);
    boolean enough = free >= n;
    if (enough) {
      free -= n;
    }
    return enough;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    while (free < n) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    free -= n;
    return true;
  }

  public void release() {
    release(1);
  }

  public synchronized void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    if (n > max - free) {
      throw new IllegalStateException(n + " more than " + free + " of " + max);
    }
    free += n;
    notifyAll();
  }

  public synchronized int availablePermits() {
    return free;
  }

  private void requirePossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  public int[] limits() {
    int[] all = new int[2];
    Arrays.fill(all, max);
    System.arraycopy(new int[] {first.get(Kind.FREE)}, 0, all, 0, 1);
    return Arrays.copyOf(all, all.length);
  }
}
