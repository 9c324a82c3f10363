/*
 * Legal: a small generic class with an intersection bound keeps the limits; helpers use
 * wildcards.
 */
package semaphore;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.free = initial;
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

  private static final class Range<N extends Number & Comparable<? super N>> {
    private final N least;
    private final N most;

    Range(N least, N most) {
      this.least = least;
      this.most = most;
    }

    boolean holds(N one) {
      return least.compareTo(one) <= 0 && most.compareTo(one) >= 0;
    }

    long width() {
      return most.longValue() - least.longValue();
    }
  }

  private static <T extends Comparable<? super T>> T largest(Collection<? extends T> all) {
    T best = null;
    for (T one : all) {
      best = best == null || one.compareTo(best) > 0 ? one : best;
    }
    return best;
  }

  private static void copy(List<? super Integer> to, List<? extends Integer> from) {
    to.addAll(from);
  }

  private void requirePossible(int n) {
    Range<Integer> possible = new Range<>(0, largest(List.of(max, 1)));
    if (!possible.holds(n) || possible.width() < 1) {
      List<Object> both = new java.util.ArrayList<>();
      copy(both, List.of(n, max));
      throw new IllegalArgumentException(both.toString());
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
