/*
 * Legal: the counter changes by an AtomicIntegerFieldUpdater.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

public final class CountingSemaphore {

  private static final AtomicIntegerFieldUpdater<CountingSemaphore> FREE =
      AtomicIntegerFieldUpdater.newUpdater(CountingSemaphore.class, "free");

  private final Object bed = new Object();
  private final AtomicInteger sleepers = new AtomicInteger();
  private final int max;
  private volatile int free;

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

  private boolean take(int n) {
    int now = FREE.get(this);
    while (now >= n) {
      if (FREE.compareAndSet(this, now, now - n)) {
        return true;
      }
      now = FREE.get(this);
    }
    return false;
  }

  private void give(int n) {
    int now;
    do {
      now = FREE.get(this);
      if (n > max - now) {
        throw new IllegalStateException(n + " more than " + now + " of " + max);
      }
    } while (!FREE.compareAndSet(this, now, now + n));
  }
}
