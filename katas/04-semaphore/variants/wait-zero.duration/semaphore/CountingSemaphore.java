package semaphore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The author thought that a duration can be handed to {@code wait} in milliseconds, and that what
 * is too short for a millisecond is a wait that ends at once.
 */
public final class CountingSemaphore {

  private final Object guard = new Object();
  private final int max;
  private int permits; // guarded by guard

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("initial = " + initial + ", max = " + max);
    }
    this.permits = initial;
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    check(n);
    stopIfInterrupted();
    synchronized (guard) {
      while (permits < n) {
        guard.wait();
      }
      permits -= n;
    }
  }

  public boolean tryAcquire(int n) {
    check(n);
    synchronized (guard) {
      return take(n);
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    check(n);
    Duration limit = Duration.ofNanos(unit.toNanos(timeout));
    long start = System.nanoTime();
    stopIfInterrupted();
    synchronized (guard) {
      Duration left = limit;
      while (permits < n && left.isPositive()) {
        guard.wait(left.toMillis()); // BUG: wrong-timeout
        left = limit.minusNanos(System.nanoTime() - start);
      }
      return take(n);
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n = " + n);
    }
    synchronized (guard) {
      if (n > max - permits) {
        throw new IllegalStateException("n = " + n + ", free = " + permits + ", max = " + max);
      }
      permits += n;
      guard.notifyAll();
    }
  }

  public int availablePermits() {
    synchronized (guard) {
      return permits;
    }
  }

  private boolean take(int n) {
    if (permits < n) {
      return false;
    }
    permits -= n;
    return true;
  }

  private void check(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("n = " + n + ", max = " + max);
    }
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
