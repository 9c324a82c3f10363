/*
 * Attack: Waits inside of a synchronized method of the JDK, where no thread can be left, so that
 * no schedule counts. Without them nobody sees that availablePermits reads without the lock.
 * Expects: FAILED FLAKY STUCK INCONCLUSIVE
 * Unscanned: FAILED FLAKY STUCK INCONCLUSIVE
 */
package semaphore;

import java.util.List;
import java.util.Vector;
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
    require(n);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Vector<Integer> one = new Vector<>(List.of(n));
    boolean[] interrupted = new boolean[1];
    one.forEach(wanted -> {
      try {
        while (free < wanted) {
          wait();
        }
        free -= wanted;
      } catch (InterruptedException told) {
        interrupted[0] = true;
      }
    });
    if (interrupted[0]) {
      throw new InterruptedException();
    }
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
    while (!tryAcquire(n)) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
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

  public int availablePermits() {
    return free;
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
