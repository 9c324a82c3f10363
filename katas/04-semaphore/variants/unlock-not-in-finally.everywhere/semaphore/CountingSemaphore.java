package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author reads a method as its lines from top to bottom, and saw a lock at the top and an
 * unlock at the bottom of each.
 */
public final class CountingSemaphore {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int max;
  private int free; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    requireThat(max >= 1, "max must be positive");
    requireThat(initial >= 0 && initial <= max, "initial must be in 0..max");
    this.max = max;
    this.free = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireThat(n >= 0 && n <= max, "n must be in 0..max");
    lock.lockInterruptibly();
    while (n > free) {
      changed.await();
    }
    free -= n;
    lock.unlock();
  }

  public boolean tryAcquire(int n) {
    requireThat(n >= 0 && n <= max, "n must be in 0..max");
    lock.lock();
    boolean possible = n <= free;
    if (possible) {
      free -= n;
    }
    lock.unlock();
    return possible;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireThat(n >= 0 && n <= max, "n must be in 0..max");
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    while (n > free && left > 0) {
      left = changed.awaitNanos(left);
    }
    boolean possible = n <= free;
    if (possible) {
      free -= n;
    }
    lock.unlock();
    return possible;
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    requireThat(n >= 0, "n must not be negative");
    lock.lock();
    if (n > max - free) {
      throw new IllegalStateException("there is no room for " + n);
    }
    free += n;
    changed.signalAll();
    lock.unlock(); // BUG: lock-not-released
  }

  public int availablePermits() {
    lock.lock();
    int now = free;
    lock.unlock();
    return now;
  }

  private static void requireThat(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
