package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * The author took the exclusive mode of the synchronizer, and thought that the one thread which it
 * wakes for each release is the one that the permits are for.
 */
public final class CountingSemaphore {

  private final Permits permits;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("initial: " + initial + ", max: " + max);
    }
    this.permits = new Permits(initial, max);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    permits.acquireInterruptibly(permits.possible(n));
  }

  public boolean tryAcquire(int n) {
    return permits.tryAcquire(permits.possible(n));
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    return permits.tryAcquireNanos(permits.possible(n), unit.toNanos(timeout));
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n: " + n);
    }
    permits.release(n); // BUG: lost-wakeup
  }

  public int availablePermits() {
    return permits.free();
  }

  private static final class Permits extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    private final int max;

    Permits(int free, int max) {
      this.max = max;
      setState(free);
    }

    int free() {
      return getState();
    }

    int possible(int n) {
      if (n < 0 || n > max) {
        throw new IllegalArgumentException("n: " + n + ", max: " + max);
      }
      return n;
    }

    @Override
    protected boolean tryAcquire(int n) {
      int free = getState();
      while (free >= n) {
        if (compareAndSetState(free, free - n)) {
          return true;
        }
        free = getState();
      }
      return false;
    }

    @Override
    protected boolean tryRelease(int n) {
      int free = getState();
      while (n <= max - free) {
        if (compareAndSetState(free, free + n)) {
          return true;
        }
        free = getState();
      }
      throw new IllegalStateException("free: " + free + ", n: " + n + ", max: " + max);
    }
  }
}
