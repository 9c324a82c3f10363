package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * The author thought that the maximum is there to refuse wishes that are too great; whoever brings
 * permits back must have had them, so there is nothing to check.
 */
public final class CountingSemaphore {

  private final int max;
  private final Counter counter;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " free of " + max);
    }
    this.max = max;
    this.counter = new Counter(initial);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    checkAmount(n);
    counter.acquireSharedInterruptibly(n);
  }

  public boolean tryAcquire(int n) {
    checkAmount(n);
    return counter.subtract(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    checkAmount(n);
    long nanos = unit.toNanos(timeout);
    return counter.tryAcquireSharedNanos(n, nanos);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("less than nothing: " + n);
    }
    counter.releaseShared(n);
  }

  public int availablePermits() {
    return counter.value();
  }

  private void checkAmount(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " wanted of " + max);
    }
  }

  private static final class Counter extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    Counter(int value) {
      setState(value);
    }

    int value() {
      return getState();
    }

    boolean subtract(int n) {
      for (int value = getState(); value >= n; value = getState()) {
        if (compareAndSetState(value, value - n)) {
          return true;
        }
      }
      return false;
    }

    // 1 even if nothing is left: the next in the queue then looks for itself.
    @Override
    protected int tryAcquireShared(int n) {
      return subtract(n) ? 1 : -1;
    }

    @Override
    protected boolean tryReleaseShared(int n) {
      int value = getState();
      while (!compareAndSetState(value, value + n)) { // BUG: over-release
        value = getState();
      }
      return true;
    }
  }
}
