package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that a condition holds a thread back until it holds, as its name promises, and
 * that after it the permits are there for the taking.
 */
public final class CountingSemaphore {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition enough = lock.newCondition();
  private final int capacity;
  private int left; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    boolean sensible = 0 <= initial && initial <= max && 1 <= max;
    if (!sensible) {
      throw new IllegalArgumentException(initial + " out of " + max);
    }
    this.capacity = max;
    this.left = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    checkWish(n);
    lock.lockInterruptibly();
    try {
      if (n > left) {
        enough.await(); // BUG: unguarded-wait
      }
      left -= n;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    checkWish(n);
    lock.lock();
    try {
      if (n > left) {
        return false;
      }
      left -= n;
      return true;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    checkWish(n);
    long nanos = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (n > left) {
        if (nanos <= 0) {
          return false;
        }
        nanos = enough.awaitNanos(nanos);
      }
      left -= n;
      return true;
    } finally {
      lock.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException(n + " permits");
    }
    lock.lock();
    try {
      // As a long, the sum cannot overflow.
      if ((long) left + n > capacity) {
        throw new IllegalStateException(left + " and " + n + " are more than " + capacity);
      }
      left += n;
      enough.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public int availablePermits() {
    lock.lock();
    try {
      return left;
    } finally {
      lock.unlock();
    }
  }

  private void checkWish(int n) {
    if (n < 0 || n > capacity) {
      throw new IllegalArgumentException(n + " out of " + capacity);
    }
  }
}
