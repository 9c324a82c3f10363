/*
 * Legal: static and instance initialiser blocks set what never changes.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class CountingSemaphore {

  private static final String NEGATIVE;
  private static final int LEAST;

  static {
    StringBuilder text = new StringBuilder("negative");
    text.append(": ");
    NEGATIVE = text.toString();
    LEAST = 1;
  }

  private final ReentrantLock lock;
  private final Condition released;
  private final int max;
  private int free;

  {
    ReentrantLock one = new ReentrantLock();
    lock = one;
    released = one.newCondition();
  }

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < LEAST || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.free = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requirePossible(n);
    lock.lockInterruptibly();
    try {
      while (free < n) {
        released.await();
      }
      free -= n;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    lock.lock();
    try {
      return take(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (free < n && left > 0) {
        left = released.awaitNanos(left);
      }
      return take(n);
    } finally {
      lock.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException(NEGATIVE + n);
    }
    lock.lock();
    try {
      if (n > max - free) {
        throw new IllegalStateException(n + " more than " + free + " of " + max);
      }
      free += n;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public int availablePermits() {
    lock.lock();
    try {
      return free;
    } finally {
      lock.unlock();
    }
  }

  private boolean take(int n) {
    boolean enough = free >= n;
    free -= enough ? n : 0;
    return enough;
  }

  private void requirePossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
