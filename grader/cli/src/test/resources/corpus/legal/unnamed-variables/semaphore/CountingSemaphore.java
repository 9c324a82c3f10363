/*
 * Legal: unnamed variables in lambdas, catch clauses, patterns, loops and assignments.
 */
package semaphore;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntBinaryOperator;

public final class CountingSemaphore {

  private record Pair(int left, int right) {}

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
    try {
      while (free < n) {
        released.await();
      }
      var _ = take(n);
    } finally {
      lock.unlock();
    }
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
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (free < n && left > 0) {
        left = released.awaitNanos(left);
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
    IntBinaryOperator first = (one, _) -> one;
    int now = first.applyAsInt(free, n);
    if (now < n) {
      return false;
    }
    free = now - n;
    return true;
  }

  private void requirePossible(int n) {
    Object both = new Pair(n, max);
    if (both instanceof Pair(int left, _) && left < 0) {
      throw new IllegalArgumentException("negative: " + left);
    }
    int numbers = 0;
    for (var _ : List.of(n, max)) {
      numbers++;
    }
    try {
      int _ = Math.subtractExact(max, n);
    } catch (ArithmeticException _) {
      throw new IllegalArgumentException("too far apart: " + numbers);
    }
    if (n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
