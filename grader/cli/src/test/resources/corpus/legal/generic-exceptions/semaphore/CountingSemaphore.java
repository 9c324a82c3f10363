/*
 * Legal: generic methods with a type variable in their throws clause; checked exceptions pass
 * through lambdas.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class CountingSemaphore {

  @FunctionalInterface
  private interface Work<R, X extends Exception> {
    R run() throws X;
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
    lock.lockInterruptibly();
    Boolean ignored =
        this.<Boolean, InterruptedException>thenUnlock(() -> {
          while (!take(n)) {
            released.await();
          }
          return true;
        });
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    lock.lock();
    return thenUnlock(() -> take(n));
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long nanos = unit.toNanos(timeout);
    lock.lockInterruptibly();
    return thenUnlock(() -> take(n) || takeWithin(n, nanos));
  }

  private boolean takeWithin(int n, long nanos) throws InterruptedException {
    long left = nanos;
    while (left > 0) {
      left = released.awaitNanos(left);
      if (take(n)) {
        return true;
      }
    }
    return false;
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

  private <R, X extends Exception> R thenUnlock(Work<? extends R, ? extends X> work) throws X {
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }
}
