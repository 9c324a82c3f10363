package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author paired the calls: one {@code release} answers one {@code acquire}, so it signals to
 * one thread.
 */
public final class CountingSemaphore {

  private final Lock lock = new ReentrantLock();
  private final Condition returned = lock.newCondition();
  private final int owned;
  private int lent; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max + " permits");
    }
    owned = max;
    lent = max - initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    checkWanted(n);
    lock.lockInterruptibly();
    try {
      while (n > free()) {
        returned.await();
      }
      lent += n;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    checkWanted(n);
    lock.lock();
    try {
      return lend(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    checkWanted(n);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      boolean done = lend(n);
      while (!done && left > 0) {
        left = returned.awaitNanos(left);
        done = lend(n);
      }
      return done;
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
      if (n > lent) {
        throw new IllegalStateException(n + " back, but only " + lent + " out");
      }
      lent -= n;
      returned.signal(); // BUG: lost-wakeup
    } finally {
      lock.unlock();
    }
  }

  public int availablePermits() {
    lock.lock();
    try {
      return free();
    } finally {
      lock.unlock();
    }
  }

  private int free() {
    return owned - lent;
  }

  private boolean lend(int n) {
    boolean possible = n <= free();
    if (possible) {
      lent += n;
    }
    return possible;
  }

  private void checkWanted(int n) {
    if (n < 0 || n > owned) {
      throw new IllegalArgumentException(n + " of " + owned + " permits");
    }
  }
}
