package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that a timed wait has two ends, the signal and the limit, and that after
 * either of them one look at the permits gives the final answer.
 */
public final class CountingSemaphore {

  private final Lock counter = new ReentrantLock();
  private final Condition permitsCame = counter.newCondition();
  private final int total;
  private int inside; // guarded by counter

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException();
    }
    total = max;
    inside = initial;
  }

  public int availablePermits() {
    counter.lock();
    try {
      return inside;
    } finally {
      counter.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("release " + n);
    }
    counter.lock();
    try {
      int room = total - inside;
      if (n > room) {
        throw new IllegalStateException("release " + n + " with room for " + room);
      }
      inside += n;
      permitsCame.signalAll();
    } finally {
      counter.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requireLegal(n);
    counter.lock();
    try {
      return takeOut(n);
    } finally {
      counter.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireLegal(n);
    long nanos = unit.toNanos(timeout);
    counter.lockInterruptibly();
    try {
      if (takeOut(n)) {
        return true;
      }
      if (nanos > 0) {
        permitsCame.awaitNanos(nanos); // BUG: wrong-timeout
      }
      return takeOut(n);
    } finally {
      counter.unlock();
    }
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireLegal(n);
    counter.lockInterruptibly();
    try {
      while (!takeOut(n)) {
        permitsCame.await();
      }
    } finally {
      counter.unlock();
    }
  }

  private boolean takeOut(int n) {
    boolean enough = n <= inside;
    if (enough) {
      inside -= n;
    }
    return enough;
  }

  private void requireLegal(int n) {
    if (n < 0 || n > total) {
      throw new IllegalArgumentException("acquire " + n + " of " + total);
    }
  }
}
