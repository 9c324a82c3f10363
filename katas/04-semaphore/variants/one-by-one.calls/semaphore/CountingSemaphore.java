package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author took {@code acquire()} for the basic step, and thought that what is right once is
 * right n times in a row, as long as it is undone when one of the steps fails.
 */
public final class CountingSemaphore {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final int max;
  private int free; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of at most " + max);
    }
    this.max = max;
    this.free = initial;
  }

  public void acquire() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (free == 0) {
        notEmpty.await();
      }
      free--;
    } finally {
      lock.unlock();
    }
  }

  public void acquire(int n) throws InterruptedException {
    checkPermits(n);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int got = 0;
    try {
      for (; got < n; got++) {
        acquire(); // BUG: hold-and-wait
      }
    } catch (InterruptedException stopped) {
      add(got);
      throw stopped;
    }
  }

  public boolean tryAcquire(int n) {
    checkPermits(n);
    lock.lock();
    try {
      return subtract(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    checkPermits(n);
    long nanos = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (n > free && nanos > 0) {
        nanos = notEmpty.awaitNanos(nanos);
      }
      return subtract(n);
    } finally {
      lock.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("cannot give back " + n);
    }
    lock.lock();
    try {
      if (n > max - free) {
        throw new IllegalStateException(free + " are free, " + n + " more are too many");
      }
      add(n);
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

  private void add(int n) {
    lock.lock();
    try {
      free += n;
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private boolean subtract(int n) {
    if (n > free) {
      return false;
    }
    free -= n;
    return true;
  }

  private void checkPermits(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of at most " + max);
    }
  }
}
