/*
 * Legal: a subclass of AbstractQueuedSynchronizer, with its own toString and queries of its
 * queue.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

public final class CountingSemaphore {

  private final Permits permits;
  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.permits = new Permits(initial, max);
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requirePossible(n);
    permits.acquireSharedInterruptibly(n);
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    return permits.tryAcquireShared(n) >= 0;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    return permits.tryAcquireSharedNanos(n, unit.toNanos(timeout));
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    permits.releaseShared(n);
  }

  public int availablePermits() {
    return permits.free();
  }

  private void requirePossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  public boolean hasQueue() {
    return permits.hasQueuedThreads() && permits.getQueueLength() > 0;
  }

  private static final class Permits extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    private final int max;

    Permits(int initial, int max) {
      this.max = max;
      setState(initial);
    }

    int free() {
      return getState();
    }

    @Override
    protected int tryAcquireShared(int n) {
      while (true) {
        int free = getState();
        int left = free - n;
        if (left < 0 || compareAndSetState(free, left)) {
          return left;
        }
      }
    }

    @Override
    protected boolean tryReleaseShared(int n) {
      while (true) {
        int free = getState();
        if (n > max - free) {
          throw new IllegalStateException(n + " more than " + free + " of " + max);
        }
        if (compareAndSetState(free, free + n)) {
          return true;
        }
      }
    }
  }
}
