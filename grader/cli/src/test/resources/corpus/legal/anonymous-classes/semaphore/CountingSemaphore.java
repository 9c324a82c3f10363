/*
 * Legal: the ways to sleep are anonymous classes, one of them with an initialiser block.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private abstract static class Sleep {
    abstract boolean once() throws InterruptedException;
  }

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
    boolean ignored =
        take(
            n,
            new Sleep() {
              @Override
              boolean once() throws InterruptedException {
                CountingSemaphore.this.wait();
                return true;
              }
            });
  }

  public synchronized boolean tryAcquire(int n) {
    requirePossible(n);
    boolean enough = free >= n;
    if (enough) {
      free -= n;
    }
    return enough;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    return take(
        n,
        new Sleep() {
          private final long end;
          private long left;

          {
            left = unit.toNanos(timeout);
            end = System.nanoTime() + left;
          }

          @Override
          boolean once() throws InterruptedException {
            if (left <= 0) {
              return false;
            }
            TimeUnit.NANOSECONDS.timedWait(CountingSemaphore.this, left);
            left = end - System.nanoTime();
            return true;
          }
        });
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

  private synchronized boolean take(int n, Sleep sleep) throws InterruptedException {
    requirePossible(n);
    throwIfInterrupted();
    while (free < n) {
      if (!sleep.once()) {
        return false;
      }
    }
    free -= n;
    return true;
  }
}
