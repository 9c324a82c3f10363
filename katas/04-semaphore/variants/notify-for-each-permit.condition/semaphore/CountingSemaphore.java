package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author did the sum: n permits are food for n threads at most, so it is a waste to wake more
 * than n of them.
 */
public final class CountingSemaphore {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition served = lock.newCondition();
  private final int max;
  private int portions; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("initial " + initial + ", max " + max);
    }
    this.portions = initial;
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    validate(n);
    lock.lockInterruptibly();
    try {
      while (n > portions) {
        served.await();
      }
      portions -= n;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    validate(n);
    lock.lock();
    try {
      return eat(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    validate(n);
    long patience = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (n > portions && patience > 0) {
        patience = served.awaitNanos(patience);
      }
      return eat(n);
    } finally {
      lock.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n " + n);
    }
    lock.lock();
    try {
      if (n > max - portions) {
        throw new IllegalStateException("n " + n + ", free " + portions + ", max " + max);
      }
      portions += n;
      wakeAtMost(n);
    } finally {
      lock.unlock();
    }
  }

  public int availablePermits() {
    lock.lock();
    try {
      return portions;
    } finally {
      lock.unlock();
    }
  }

  private void wakeAtMost(int n) {
    for (int woken = 0; woken < n && lock.hasWaiters(served); woken++) {
      served.signal(); // BUG: lost-wakeup
    }
  }

  private boolean eat(int n) {
    if (n > portions) {
      return false;
    }
    portions -= n;
    return true;
  }

  private void validate(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("n " + n + ", max " + max);
    }
  }
}
