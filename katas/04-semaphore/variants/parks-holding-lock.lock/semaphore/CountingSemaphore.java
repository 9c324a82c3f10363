package semaphore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author found {@code park} in the package of the locks, and thought that it lends the lock of
 * the parked thread to others, as {@code Condition.await} does.
 */
public final class CountingSemaphore {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Thread> parked = new ArrayList<>(); // guarded by lock
  private final int max;
  private int free; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("max is " + max);
    } else if (initial < 0 || initial > max) {
      throw new IllegalArgumentException("initial is " + initial);
    }
    this.free = initial;
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireInBounds(n);
    lock.lockInterruptibly();
    try {
      parked.add(Thread.currentThread());
      while (free < n) {
        LockSupport.park(this); // BUG: wait-holding-lock
        stopIfInterrupted();
      }
      free -= n;
    } finally {
      parked.remove(Thread.currentThread());
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requireInBounds(n);
    lock.lock();
    try {
      return take(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireInBounds(n);
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    lock.lockInterruptibly();
    try {
      parked.add(Thread.currentThread());
      long left = end - System.nanoTime();
      while (free < n && left > 0) {
        LockSupport.parkNanos(this, left);
        stopIfInterrupted();
        left = end - System.nanoTime();
      }
      return take(n);
    } finally {
      parked.remove(Thread.currentThread());
      lock.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n is " + n);
    }
    lock.lock();
    try {
      if (n > max - free) {
        throw new IllegalStateException("n is " + n + " and free are " + free);
      }
      free += n;
      parked.forEach(LockSupport::unpark);
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
    if (enough) {
      free -= n;
    }
    return enough;
  }

  private void requireInBounds(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("n is " + n + " and max is " + max);
    }
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
