/*
 * Legal: switch expressions with yield, over strings, enums and numbers; also the old form that
 * falls through.
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
    requirePossible(n);
    long left =
        switch (unit) {
          case NANOSECONDS -> timeout;
          case MICROSECONDS, MILLISECONDS -> {
            long nanos = unit.toNanos(timeout);
            yield nanos;
          }
          default -> TimeUnit.NANOSECONDS.convert(timeout, unit);
        };
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    while (free < n) {
      String stage = left <= 0 ? "over" : "early";
      switch (stage) {
        case "over":
          return false;
        case "early":
          TimeUnit.NANOSECONDS.timedWait(this, left);
        // falls through
        default:
          left = end - System.nanoTime();
      }
    }
    free -=
        switch (n) {
          case 0 -> 0;
          case 1 -> 1;
          default -> n;
        };
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
