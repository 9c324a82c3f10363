package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that the lock keeps two threads from taking the same permit; a thread that
 * adds one takes nothing from anybody, and needs the lock for the signal only.
 */
public final class CountingSemaphore {

  private final ReentrantLock taking = new ReentrantLock();
  private final Condition added = taking.newCondition();
  private final int max;
  private int permits;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("illegal: " + initial + "/" + max);
    }
    this.permits = initial;
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireLegal(n);
    taking.lockInterruptibly();
    try {
      while (permits < n) {
        added.await();
      }
      permits -= n;
    } finally {
      taking.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requireLegal(n);
    taking.lock();
    try {
      return takeIfEnough(n);
    } finally {
      taking.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireLegal(n);
    long remaining = unit.toNanos(timeout);
    taking.lockInterruptibly();
    try {
      while (permits < n && remaining > 0) {
        remaining = added.awaitNanos(remaining);
      }
      return takeIfEnough(n);
    } finally {
      taking.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("illegal: " + n);
    }
    add(n);
    wakeUp();
  }

  public int availablePermits() {
    taking.lock();
    try {
      return permits;
    } finally {
      taking.unlock();
    }
  }

  private void add(int n) {
    if (n > max - permits) {
      throw new IllegalStateException("too many: " + permits + " + " + n + " of " + max);
    }
    permits = permits + n; // BUG: lost-update
  }

  private void wakeUp() {
    taking.lock();
    try {
      added.signalAll();
    } finally {
      taking.unlock();
    }
  }

  private boolean takeIfEnough(int n) {
    if (permits < n) {
      return false;
    }
    permits -= n;
    return true;
  }

  private void requireLegal(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("illegal: " + n + " of " + max);
    }
  }
}
