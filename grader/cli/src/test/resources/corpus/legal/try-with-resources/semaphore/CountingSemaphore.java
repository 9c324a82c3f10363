/*
 * Legal: the lock is a resource: own AutoCloseable classes give it back.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class CountingSemaphore {

  private final class Held implements AutoCloseable {
    Held() {
      lock.lock();
    }

    Held(boolean interruptibly) throws InterruptedException {
      if (interruptibly) {
        lock.lockInterruptibly();
      } else {
        lock.lock();
      }
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
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
    try (Held held = new Held(true)) {
      while (free < n) {
        released.await();
      }
      free -= n;
    }
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    try (Held held = new Held()) {
      return take(n);
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    Held held = new Held(true);
    try (held) {
      while (free < n && left > 0) {
        left = released.awaitNanos(left);
      }
      return take(n);
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
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
    try (Held _ = new Held()) {
      return free;
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
