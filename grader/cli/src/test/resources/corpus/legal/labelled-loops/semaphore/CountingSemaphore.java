/*
 * Legal: labelled loops with break and continue out of the inner one.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public final class CountingSemaphore {

  private final Object bed = new Object();
  private final AtomicInteger sleepers = new AtomicInteger();
  private final AtomicInteger free;
  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.free = new AtomicInteger(initial);
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
    return free.get();
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

  private boolean take(int n) {
    attempts:
    while (true) {
      for (int look = 0; look < 2; look++) {
        int now = free.get();
        if (now < n) {
          break attempts;
        }
        if (!free.compareAndSet(now, now - n)) {
          continue attempts;
        }
        return true;
      }
    }
    return false;
  }

  private void give(int n) {
    done:
    {
      int now = free.get();
      again:
      do {
        if (n > max - now) {
          break done;
        }
        if (!free.compareAndSet(now, now + n)) {
          now = free.get();
          continue again;
        }
        return;
      } while (true);
    }
    throw new IllegalStateException(n + " too many, of " + max);
  }
}
