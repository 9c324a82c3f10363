/*
 * Legal: a private final object is the monitor; synchronized blocks instead of methods.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final Object mutex = new Object();
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

  public void acquire(int n) throws InterruptedException {
    requirePossible(n);
    synchronized (mutex) {
      throwIfInterrupted();
      while (free < n) {
        mutex.wait();
      }
      free -= n;
    }
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    synchronized (mutex) {
      if (free < n) {
        return false;
      }
      free -= n;
    }
    return true;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long nanos = unit.toNanos(timeout);
    long begin = System.nanoTime();
    synchronized (mutex) {
      throwIfInterrupted();
      long spent = 0;
      while (free < n) {
        long left = nanos - spent;
        if (nanos <= 0 || left <= 0) {
          return false;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(left);
        mutex.wait(millis, (int) (left - TimeUnit.MILLISECONDS.toNanos(millis)));
        spent = System.nanoTime() - begin;
      }
      free -= n;
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
    synchronized (mutex) {
      if (n > max - free) {
        throw new IllegalStateException(n + " more than " + free + " of " + max);
      }
      free += n;
      mutex.notifyAll();
    }
  }

  public int availablePermits() {
    synchronized (mutex) {
      return free;
    }
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
