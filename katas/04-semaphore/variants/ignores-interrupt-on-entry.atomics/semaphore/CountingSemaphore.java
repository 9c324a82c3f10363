package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The author put a quick path in front: who finds permits is off with them, and thought that the
 * interrupt status matters to those only who are about to sleep.
 */
public final class CountingSemaphore {

  private final Object sleeping = new Object();
  private final AtomicInteger permits;
  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("max: " + max);
    }
    if (initial < 0 || max < initial) {
      throw new IllegalArgumentException("initial: " + initial);
    }
    this.permits = new AtomicInteger(initial);
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    if (tryAcquire(n)) { // BUG: swallowed-interrupt
      return;
    }
    throwIfInterrupted();
    synchronized (sleeping) {
      while (!tryAcquire(n)) {
        sleeping.wait();
      }
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    if (tryAcquire(n)) {
      return true;
    }
    throwIfInterrupted();
    return nanos > 0 && sleepUntil(System.nanoTime() + nanos, n);
  }

  public boolean tryAcquire(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("n: " + n);
    }
    while (true) {
      int now = permits.get();
      if (now < n) {
        return false;
      }
      if (permits.compareAndSet(now, now - n)) {
        return true;
      }
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n: " + n);
    }
    synchronized (sleeping) {
      // Others may only take meanwhile: whoever adds is in here.
      if (n > max - permits.get()) {
        throw new IllegalStateException("n: " + n);
      }
      permits.addAndGet(n);
      sleeping.notifyAll();
    }
  }

  public int availablePermits() {
    return permits.get();
  }

  private boolean sleepUntil(long deadline, int n) throws InterruptedException {
    synchronized (sleeping) {
      while (!tryAcquire(n)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(sleeping, left);
      }
      return true;
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
