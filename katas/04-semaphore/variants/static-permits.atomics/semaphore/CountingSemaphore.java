package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The author thought that what all threads have in common must be static: each of them would have a
 * number of its own otherwise.
 */
public final class CountingSemaphore {

  private static final AtomicInteger PERMITS = new AtomicInteger(); // BUG: shared-static-state

  private final Object sleepers = new Object();
  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("wrong numbers: " + initial + ", " + max);
    }
    this.max = max;
    PERMITS.set(initial);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    checkNumber(n);
    stopIfInterrupted();
    synchronized (sleepers) {
      while (!grab(n)) {
        sleepers.wait();
      }
    }
  }

  public boolean tryAcquire(int n) {
    checkNumber(n);
    return grab(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    checkNumber(n);
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    stopIfInterrupted();
    synchronized (sleepers) {
      boolean grabbed = grab(n);
      for (long left = end - System.nanoTime(); left > 0 && !grabbed; ) {
        TimeUnit.NANOSECONDS.timedWait(sleepers, left);
        grabbed = grab(n);
        left = end - System.nanoTime();
      }
      return grabbed;
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("wrong number: " + n);
    }
    int now = PERMITS.get();
    while (!PERMITS.compareAndSet(now, increased(now, n))) {
      now = PERMITS.get();
    }
    synchronized (sleepers) {
      sleepers.notifyAll();
    }
  }

  public int availablePermits() {
    return PERMITS.get();
  }

  private boolean grab(int n) {
    int now = PERMITS.get();
    while (now >= n && !PERMITS.compareAndSet(now, now - n)) {
      now = PERMITS.get();
    }
    return now >= n;
  }

  private int increased(int now, int n) {
    if (n > max - now) {
      throw new IllegalStateException(n + " on top of " + now + " exceed " + max);
    }
    return now + n;
  }

  private void checkNumber(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("wrong number: " + n + " of " + max);
    }
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
