/*
 * Legal: local classes, a local record and a local enum inside of methods.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

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
    boolean enough = free >= n;
    if (enough) {
      free -= n;
    }
    return enough;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    enum Stage {
      BEFORE,
      OVER
    }
    record Moment(long end) {
      long left() {
        return end - System.nanoTime();
      }

      Stage stage() {
        return left() > 0 ? Stage.BEFORE : Stage.OVER;
      }
    }
    class Bed {
      void sleep(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedWait(CountingSemaphore.this, nanos);
      }
    }
    requirePossible(n);
    long nanos = unit.toNanos(timeout);
    throwIfInterrupted();
    if (nanos <= 0) {
      return tryAcquire(n);
    }
    Moment moment = new Moment(System.nanoTime() + nanos);
    Bed bed = new Bed();
    while (free < n) {
      long left = moment.left();
      if (moment.stage() == Stage.OVER) {
        return false;
      }
      bed.sleep(Math.max(1, left));
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
