/*
 * Legal: Objects and Optional are used for all checks.
 */
package semaphore;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
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
    long left = Objects.requireNonNull(unit, "unit").toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (rest(n).isEmpty() && left > 0) {
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

  private OptionalInt rest(int n) {
    return free < n ? OptionalInt.empty() : OptionalInt.of(free - n);
  }

  private boolean take(int n) {
    OptionalInt rest = rest(n);
    rest.ifPresent(one -> free = one);
    return rest.isPresent();
  }

  private void requirePossible(int n) {
    Optional.of(n)
        .filter(one -> one >= 0)
        .filter(one -> one <= max)
        .orElseThrow(() -> new IllegalArgumentException(Objects.toString(n)));
  }
}
