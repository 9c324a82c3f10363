package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that to read one int is a single step which nobody can disturb, so that there
 * is nothing in it for a lock to protect.
 */
public final class CountingSemaphore {

  private final Lock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final int places;
  private int used;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (initial < 0 || max < 1 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max + " places");
    }
    places = max;
    used = max - initial;
  }

  public int availablePermits() {
    return places - used; // BUG: stale-read
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requirePlaces(n);
    lock.lockInterruptibly();
    try {
      while (!use(n)) {
        freed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requirePlaces(n);
    lock.lock();
    try {
      return use(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePlaces(n);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!use(n)) {
        if (left <= 0) {
          return false;
        }
        left = freed.awaitNanos(left);
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
      throw new IllegalArgumentException(n + " places");
    }
    lock.lock();
    try {
      if (n > used) {
        throw new IllegalStateException(n + " places, but only " + used + " are in use");
      }
      used -= n;
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private boolean use(int n) {
    if (n > places - used) {
      return false;
    }
    used += n;
    return true;
  }

  private void requirePlaces(int n) {
    if (n < 0 || n > places) {
      throw new IllegalArgumentException(n + " of " + places + " places");
    }
  }
}
