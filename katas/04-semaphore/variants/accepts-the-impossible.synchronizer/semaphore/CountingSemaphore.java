package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * The author thought that only a negative number is nonsense; who asks for more than there will
 * ever be is merely told to wait, like everybody else.
 */
public final class CountingSemaphore {

  private final Stock stock;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (initial < 0 || max < 1 || max < initial) {
      throw new IllegalArgumentException("initial " + initial + ", max " + max);
    }
    stock = new Stock(initial, max);
  }

  public int availablePermits() {
    return stock.size();
  }

  public boolean tryAcquire(int n) {
    return stock.tryAcquireShared(notNegative(n)) >= 0;
  }

  public void acquire(int n) throws InterruptedException {
    stock.acquireSharedInterruptibly(notNegative(n));
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    return stock.tryAcquireSharedNanos(notNegative(n), unit.toNanos(timeout));
  }

  public void release(int n) {
    stock.releaseShared(notNegative(n));
  }

  public void release() {
    release(1);
  }

  private static int notNegative(int n) {
    if (n < 0) { // BUG: wrong-result
      throw new IllegalArgumentException("negative: " + n);
    }
    return n;
  }

  private static final class Stock extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    private final int capacity;

    Stock(int size, int capacity) {
      this.capacity = capacity;
      setState(size);
    }

    int size() {
      return getState();
    }

    @Override
    protected int tryAcquireShared(int n) {
      int size;
      do {
        size = getState();
        if (size < n) {
          return -1;
        }
      } while (!compareAndSetState(size, size - n));
      return size - n;
    }

    @Override
    protected boolean tryReleaseShared(int n) {
      int size;
      do {
        size = getState();
        if (capacity - size < n) {
          throw new IllegalStateException("more than " + capacity);
        }
      } while (!compareAndSetState(size, size + n));
      return true;
    }
  }
}
