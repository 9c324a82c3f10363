package semaphore;

import java.util.concurrent.TimeUnit;

/**
 * M30, the timeout restarts. Its author believed: "Each time I wait, I say how long at most." But
 * each wake-up begins a new wait, and traffic wakes without end.
 */
public final class CountingSemaphore {

  private final int max;
  private int free; // guarded by this

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
    if (free < n) {
      return false;
    }
    free -= n;
    return true;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    requirePossible(n);
    long nanos = unit.toNanos(timeout);
    throwIfInterrupted();
    boolean over = nanos <= 0;
    while (free < n) {
      if (over) {
        return false;
      }
      long begin = System.nanoTime(); // BUG: wrong-timeout
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
      over = System.nanoTime() - begin >= nanos;
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
    // Those who wait need different amounts: only they can tell who may go on.
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
}
