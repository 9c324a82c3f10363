/*
 * Legal: the counter and the number of changes are packed into one AtomicLong with shifts and
 * masks.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

public final class CountingSemaphore {

  private static final int SHIFT = Integer.SIZE;
  private static final long MASK = 0xffff_ffffL;

  private final Object bed = new Object();
  private final AtomicInteger sleepers = new AtomicInteger();
  private final AtomicLong packed;
  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.packed = new AtomicLong(initial);
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requirePossible(n);
    throwIfInterrupted();
    if (!take(n)) {
      synchronized (bed) {
        sleepers.incrementAndGet();
        try {
          while (!take(n)) {
            bed.wait();
          }
        } finally {
          sleepers.decrementAndGet();
        }
      }
    }
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    return take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    synchronized (bed) {
      sleepers.incrementAndGet();
      try {
        boolean taken = take(n);
        while (!taken && left > 0) {
          TimeUnit.NANOSECONDS.timedWait(bed, left);
          taken = take(n);
          left = end - System.nanoTime();
        }
        return taken;
      } finally {
        sleepers.decrementAndGet();
      }
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    give(n);
    if (sleepers.get() > 0) {
      synchronized (bed) {
        bed.notifyAll();
      }
    }
  }

  public int availablePermits() {
    return free(packed.get());
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

  private static int free(long both) {
    return (int) (both & MASK);
  }

  private static long with(long both, int free) {
    return (((both >>> SHIFT) + 1) << SHIFT) | (free & MASK);
  }

  private boolean take(int n) {
    long now = packed.get();
    while (free(now) >= n) {
      if (packed.compareAndSet(now, with(now, free(now) - n))) {
        return true;
      }
      now = packed.get();
    }
    return false;
  }

  private void give(int n) {
    long now;
    do {
      now = packed.get();
      if (n > max - free(now)) {
        throw new IllegalStateException(n + " more than " + free(now) + " of " + max);
      }
    } while (!packed.compareAndSet(now, with(now, free(now) + n)));
  }
}
