package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The author thought that threads sleep only while the semaphore is empty, so a release on top of
 * permits that lie there already need not disturb anybody.
 */
public final class CountingSemaphore {

  private final Object empty = new Object(); // sleepers wait here
  private final AtomicInteger content;
  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("content " + initial + ", max " + max);
    }
    this.max = max;
    content = new AtomicInteger(initial);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n < 0");
    }
    int before = fill(n);
    if (before == 0) { // BUG: lost-wakeup
      synchronized (empty) {
        empty.notifyAll();
      }
    }
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    checkRange(n);
    checkInterrupt();
    synchronized (empty) {
      while (!drain(n)) {
        empty.wait();
      }
    }
  }

  public boolean tryAcquire(int n) {
    checkRange(n);
    return drain(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    checkRange(n);
    long limit = unit.toNanos(timeout);
    long start = System.nanoTime();
    checkInterrupt();
    synchronized (empty) {
      long left = limit;
      boolean done = drain(n);
      while (!done && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(empty, left);
        done = drain(n);
        left = limit - (System.nanoTime() - start);
      }
      return done;
    }
  }

  public int availablePermits() {
    return content.get();
  }

  /** Puts n permits in and tells how many there were before. */
  private int fill(int n) {
    while (true) {
      int before = content.get();
      if (n > max - before) {
        throw new IllegalStateException("overflow: " + before + " + " + n);
      }
      if (content.compareAndSet(before, before + n)) {
        return before;
      }
    }
  }

  /** Takes n permits out if there are so many. */
  private boolean drain(int n) {
    while (true) {
      int before = content.get();
      if (before < n) {
        return false;
      }
      if (content.compareAndSet(before, before - n)) {
        return true;
      }
    }
  }

  private void checkRange(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("n is not in 0.." + max);
    }
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
