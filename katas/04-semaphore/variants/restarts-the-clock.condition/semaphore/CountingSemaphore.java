package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that the timeout belongs to the wait, so it is passed on as it came, and that
 * the loop around it merely repeats the question.
 */
public final class CountingSemaphore {

  private final Lock lock = new ReentrantLock();
  private final Condition increased = lock.newCondition();
  private final int upper;
  private int value; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " is not in 0.." + max);
    }
    value = initial;
    upper = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireInRange(n);
    lock.lockInterruptibly();
    try {
      while (!decrease(n)) {
        increased.await();
      }
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requireInRange(n);
    lock.lock();
    try {
      return decrease(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireInRange(n);
    boolean mayWait = unit.toNanos(timeout) > 0;
    lock.lockInterruptibly();
    try {
      while (!decrease(n)) {
        if (!mayWait) {
          return false;
        }
        mayWait = increased.await(timeout, unit); // BUG: wrong-timeout
      }
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
      throw new IllegalArgumentException(n + " is negative");
    }
    lock.lock();
    try {
      if (value > upper - n) {
        throw new IllegalStateException(value + " + " + n + " is more than " + upper);
      }
      value += n;
      increased.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public int availablePermits() {
    lock.lock();
    try {
      return value;
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private boolean decrease(int n) {
    if (n > value) {
      return false;
    }
    value -= n;
    return true;
  }

  private void requireInRange(int n) {
    if (n < 0 || n > upper) {
      throw new IllegalArgumentException(n + " is not in 0.." + upper);
    }
  }
}
