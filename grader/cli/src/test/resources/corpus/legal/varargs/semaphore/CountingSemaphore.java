/*
 * Legal: checks take any number of arguments.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(new int[] {permits, permits});
  }

  public CountingSemaphore(int initial, int max) {
    this(new int[] {initial, max});
  }

  private CountingSemaphore(int... limits) {
    requireSorted(0, limits);
    requireSorted(1, limits[1]);
    this.free = limits[0];
    this.max = limits[1];
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
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
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
    if (n > max - free) {
      throw new IllegalStateException(n + " more than " + free + " of " + max);
    }
    free += n;
    notifyAll();
  }

  public synchronized int availablePermits() {
    return free;
  }

  private static void requireSorted(int least, int... rising) {
    int last = least;
    for (int one : rising) {
      if (one < last) {
        throw new IllegalArgumentException(text("not in order: ", rising));
      }
      last = one;
    }
  }

  private static String text(String begin, int... numbers) {
    StringBuilder all = new StringBuilder(begin);
    for (int one : numbers) {
      all.append(one).append(' ');
    }
    return all.toString();
  }

  private void requirePossible(int n) {
    requireSorted(0, n, max);
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
