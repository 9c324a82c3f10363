package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The author made the taking atomic and thought that the monitor is merely the place to sleep: one
 * goes there once it is clear that there is nothing to take.
 */
public final class CountingSemaphore {

  private final AtomicInteger available;
  private final int max;
  private final Object bedroom = new Object();

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("not possible: " + initial + " of " + max);
    }
    this.max = max;
    available = new AtomicInteger(initial);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    refuseImpossible(n);
    refuseInterrupted();
    while (!take(n)) {
      synchronized (bedroom) {
        bedroom.wait(); // BUG: lost-wakeup
      }
    }
  }

  public boolean tryAcquire(int n) {
    refuseImpossible(n);
    return take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    refuseImpossible(n);
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    refuseInterrupted();
    synchronized (bedroom) {
      while (!take(n)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return take(n);
        }
        TimeUnit.NANOSECONDS.timedWait(bedroom, left);
      }
      return true;
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    available.updateAndGet(now -> sum(now, n));
    synchronized (bedroom) {
      bedroom.notifyAll();
    }
  }

  public int availablePermits() {
    return available.get();
  }

  private boolean take(int n) {
    return available.getAndUpdate(now -> now < n ? now : now - n) >= n;
  }

  private int sum(int now, int n) {
    if (n > max - now) {
      throw new IllegalStateException(n + " do not fit: " + now + " of " + max);
    }
    return now + n;
  }

  private void refuseImpossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("not possible: " + n + " of " + max);
    }
  }

  private static void refuseInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
