package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that an interrupt cannot bring permits, so it is nothing that a thread which
 * needs them should wake up for.
 */
public final class CountingSemaphore {

  private final Lock lock = new ReentrantLock();
  private final Condition permitsBack = lock.newCondition();
  private final int max;
  private int unused; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " unused of " + max);
    }
    this.max = max;
    this.unused = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    refuseImpossible(n);
    lock.lockInterruptibly();
    try {
      while (unused < n) {
        permitsBack.awaitUninterruptibly(); // BUG: swallowed-interrupt
      }
      unused -= n;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    refuseImpossible(n);
    lock.lock();
    try {
      return use(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    refuseImpossible(n);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (unused < n && left > 0) {
        left = permitsBack.awaitNanos(left);
      }
      return use(n);
    } finally {
      lock.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException(n + " to release");
    }
    lock.lock();
    try {
      if (n > max - unused) {
        throw new IllegalStateException(n + " to release, " + unused + " unused of " + max);
      }
      unused += n;
      permitsBack.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public int availablePermits() {
    lock.lock();
    try {
      return unused;
    } finally {
      lock.unlock();
    }
  }

  private boolean use(int n) {
    boolean enough = unused >= n;
    if (enough) {
      unused -= n;
    }
    return enough;
  }

  private void refuseImpossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " wanted of " + max);
    }
  }
}
