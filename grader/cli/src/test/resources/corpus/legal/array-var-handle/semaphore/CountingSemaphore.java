/*
 * Legal: the counter is an element of an array that changes by an array VarHandle.
 */
package semaphore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public final class CountingSemaphore {

  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

  private final Object bed = new Object();
  private final AtomicInteger sleepers = new AtomicInteger();
  private final int max;
  private final int[] numbers = new int[1];

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    ELEMENT.setVolatile(numbers, 0, initial);
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
    return (int) ELEMENT.getVolatile(numbers, 0);
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
    int now = availablePermits();
    while (now >= n && !ELEMENT.compareAndSet(numbers, 0, now, now - n)) {
      now = availablePermits();
    }
    return now >= n;
  }

  private void give(int n) {
    int now;
    do {
      now = availablePermits();
      if (n > max - now) {
        throw new IllegalStateException(n + " more than " + now + " of " + max);
      }
    } while (!ELEMENT.compareAndSet(numbers, 0, now, now + n));
  }
}
