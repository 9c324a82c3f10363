/*
 * Legal: statements come before this and super: arguments are checked, and fields are set, before
 * the parent exists.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore extends Limited {

  private final String name;
  private int free;

  public CountingSemaphore(int permits) {
    if (permits < 1) {
      throw new IllegalArgumentException("fewer than one: " + permits);
    }
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    String text = initial + " of " + max;
    this.name = text;
    this.free = initial;
    super(max);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public synchronized void acquire(int n) throws InterruptedException {
    require(n);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (free < n) {
      wait();
    }
    free -= n;
  }

  public synchronized boolean tryAcquire(int n) {
    require(n);
    if (free < n) {
      return false;
    }
    free -= n;
    return true;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    require(n);
    long left = unit.toNanos(timeout);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
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
    if (n > max() - free) {
      throw new IllegalStateException(n + " more, and it began with " + name);
    }
    free += n;
    notifyAll();
  }

  public synchronized int availablePermits() {
    return free;
  }
}
