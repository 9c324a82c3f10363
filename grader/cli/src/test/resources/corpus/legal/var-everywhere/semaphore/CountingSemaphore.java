/*
 * Legal: all local variables are declared with var, also in loops, lambdas and try.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;

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
    lock.lockInterruptibly();
    try {
      while (free < n) {
        released.await();
      }
      free -= n;
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
    var left = unit.toNanos(timeout);
    final var mutex = lock;
    mutex.lockInterruptibly();
    try {
      for (var enough = free >= n; !enough && left > 0; enough = free >= n) {
        left = released.awaitNanos(left);
      }
      return take(n);
    } finally {
      mutex.unlock();
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
    var now = free;
    var enough = now >= n;
    free = enough ? now - n : now;
    return enough;
  }

  private void requirePossible(int n) {
    IntPredicate possible = (var one) -> one >= 0 && one <= max;
    var fine = possible.test(n);
    if (!fine) {
      var message = new StringBuilder().append(n).append(" of ").append(max);
      throw new IllegalArgumentException(message.toString());
    }
  }
}
