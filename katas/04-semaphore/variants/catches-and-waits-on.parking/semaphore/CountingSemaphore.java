package semaphore;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The author found that an interrupted thread cannot park any more, and thought that to wipe the
 * status away is all that there is to do about it: the permits have not come yet.
 */
public final class CountingSemaphore {

  private final Queue<Thread> asleep = new ConcurrentLinkedQueue<>();
  private final int limit;
  private int permits; // guarded by this

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("max " + max);
    }
    if (initial < 0 || initial > max) {
      throw new IllegalArgumentException("initial " + initial + " of " + max);
    }
    permits = initial;
    limit = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    check(n);
    throwIfInterrupted();
    asleep.add(Thread.currentThread());
    try {
      while (!take(n)) {
        LockSupport.park(this);
        wipeInterrupt();
      }
    } finally {
      asleep.remove(Thread.currentThread());
    }
  }

  public boolean tryAcquire(int n) {
    check(n);
    return take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    check(n);
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    throwIfInterrupted();
    asleep.add(Thread.currentThread());
    try {
      boolean taken = take(n);
      long left = end - System.nanoTime();
      while (!taken && left > 0) {
        LockSupport.parkNanos(this, left);
        wipeInterrupt();
        taken = take(n);
        left = end - System.nanoTime();
      }
      return taken;
    } finally {
      asleep.remove(Thread.currentThread());
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("cannot release " + n);
    }
    put(n);
    asleep.forEach(LockSupport::unpark);
  }

  public synchronized int availablePermits() {
    return permits;
  }

  private synchronized boolean take(int n) {
    boolean enough = permits >= n;
    if (enough) {
      permits -= n;
    }
    return enough;
  }

  private synchronized void put(int n) {
    if (n > limit - permits) {
      throw new IllegalStateException("more than " + limit);
    }
    permits += n;
  }

  private void check(int n) {
    if (n < 0 || n > limit) {
      throw new IllegalArgumentException("cannot acquire " + n + " of " + limit);
    }
  }

  private static void wipeInterrupt() {
    Thread.interrupted(); // BUG: swallowed-interrupt
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
