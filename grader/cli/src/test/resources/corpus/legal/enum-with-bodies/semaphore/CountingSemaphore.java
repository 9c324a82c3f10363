/*
 * Legal: the constants of an enum have bodies, and decide how one waits.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class CountingSemaphore {

  private enum Patience {
    NONE {
      @Override
      long wait(Condition condition, long left) {
        return 0;
      }
    },
    SOME {
      @Override
      long wait(Condition condition, long left) throws InterruptedException {
        return left > 0 ? condition.awaitNanos(left) : 0;
      }
    },
    ENDLESS {
      @Override
      long wait(Condition condition, long left) throws InterruptedException {
        condition.await();
        return left;
      }
    };

    abstract long wait(Condition condition, long left) throws InterruptedException;

    static Patience of(long nanos) {
      return nanos > 0 ? SOME : NONE;
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
    boolean ignored = acquire(n, Patience.ENDLESS, Long.MAX_VALUE);
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
    long nanos = unit.toNanos(timeout);
    return acquire(n, Patience.of(nanos), nanos);
  }

  private boolean acquire(int n, Patience patience, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (free < n && left > 0) {
        left = patience.wait(released, left);
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
