/*
 * Legal: an inner class waits, and uses the outer object by its qualified this.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class CountingSemaphore {

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
    new Visit(n).enter();
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
    Visit visit = this.new Visit(n);
    return visit.enterWithin(nanos);
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

  private final class Visit {
    private final int n;

    Visit(int n) {
      this.n = n;
    }

    void enter() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (!CountingSemaphore.this.take(n)) {
          CountingSemaphore.this.released.await();
        }
      } finally {
        lock.unlock();
      }
    }

    boolean enterWithin(long nanos) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        long left = nanos;
        boolean taken = CountingSemaphore.this.take(n);
        while (!taken && left > 0) {
          left = released.awaitNanos(left);
          taken = CountingSemaphore.this.take(n);
        }
        return taken;
      } finally {
        lock.unlock();
      }
    }
  }
}
