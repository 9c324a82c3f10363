package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author wanted a release without a lock where nobody sleeps, and thought that a line above is
 * done, for everybody to see, before the line below it begins.
 */
public final class CountingSemaphore {

  private final AtomicInteger count;
  private final int most;

  private final ReentrantLock dormitory = new ReentrantLock();
  private final Condition more = dormitory.newCondition();
  private int occupied; // beds; written in the dormitory

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (initial < 0 || initial > max || max == 0) {
      throw new IllegalArgumentException(initial + "/" + max);
    }
    count = new AtomicInteger(initial);
    most = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireInRange(n);
    dormitory.lockInterruptibly();
    occupied++;
    try {
      while (!take(n)) {
        more.await();
      }
    } finally {
      occupied--;
      dormitory.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireInRange(n);
    long left = unit.toNanos(timeout);
    dormitory.lockInterruptibly();
    occupied++;
    try {
      while (!take(n)) {
        if (left <= 0) {
          return false;
        }
        left = more.awaitNanos(left);
      }
      return true;
    } finally {
      occupied--;
      dormitory.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requireInRange(n);
    return take(n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n = " + n);
    }
    put(n);
    if (occupied != 0) { // BUG: stale-read
      wakeEverybody();
    }
  }

  public int availablePermits() {
    return count.get();
  }

  private boolean take(int n) {
    for (int now = count.get(); now >= n; now = count.get()) {
      if (count.compareAndSet(now, now - n)) {
        return true;
      }
    }
    return false;
  }

  private void put(int n) {
    int now = count.get();
    while (n <= most - now) {
      if (count.compareAndSet(now, now + n)) {
        return;
      }
      now = count.get();
    }
    throw new IllegalStateException(now + " + " + n + " > " + most);
  }

  private void wakeEverybody() {
    dormitory.lock();
    try {
      more.signalAll();
    } finally {
      dormitory.unlock();
    }
  }

  private void requireInRange(int n) {
    if (n < 0 || n > most) {
      throw new IllegalArgumentException("n = " + n);
    }
  }
}
