package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author dealt with the interrupt where it comes up, in the method that waits, and thought that
 * by keeping the status nothing is lost for the method that goes on from there.
 */
public final class CountingSemaphore {

  private final Lock door = new ReentrantLock();
  private final Condition moreFree = door.newCondition();
  private final int size;
  private int free; // guarded by door

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max <= 0 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("initial=" + initial + " max=" + max);
    }
    this.size = max;
    this.free = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireNumber(n);
    door.lockInterruptibly();
    try {
      waitFor(n);
      free -= n;
    } finally {
      door.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requireNumber(n);
    door.lock();
    try {
      boolean possible = free >= n;
      free -= possible ? n : 0;
      return possible;
    } finally {
      door.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireNumber(n);
    long nanos = unit.toNanos(timeout);
    door.lockInterruptibly();
    try {
      while (free < n && nanos > 0) {
        nanos = moreFree.awaitNanos(nanos);
      }
      boolean possible = free >= n;
      free -= possible ? n : 0;
      return possible;
    } finally {
      door.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n=" + n);
    }
    door.lock();
    try {
      if (n > (long) size - free) {
        throw new IllegalStateException("n=" + n + " free=" + free + " max=" + size);
      }
      free += n;
      moreFree.signalAll();
    } finally {
      door.unlock();
    }
  }

  public int availablePermits() {
    door.lock();
    try {
      return free;
    } finally {
      door.unlock();
    }
  }

  /** Called with the door locked. */
  private void waitFor(int n) {
    try {
      while (free < n) {
        moreFree.await();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt(); // BUG: interrupt-as-success
    }
  }

  private void requireNumber(int n) {
    if (n < 0 || n > size) {
      throw new IllegalArgumentException("n=" + n + " max=" + size);
    }
  }
}
