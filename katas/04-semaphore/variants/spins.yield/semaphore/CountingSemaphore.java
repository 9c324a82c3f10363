package semaphore;

import java.util.concurrent.TimeUnit;

/**
 * The author built the attempt that never waits, and thought that one attempt after the other, with
 * good manners in between, is the one that does.
 */
public final class CountingSemaphore {

  private final int max;
  private int free; // guarded by this

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("initial " + initial + " max " + max);
    }
    this.free = initial;
    this.max = max;
  }

  public synchronized boolean tryAcquire(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("n " + n + " max " + max);
    }
    boolean possible = n <= free;
    if (possible) {
      free -= n;
    }
    return possible;
  }

  public synchronized void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n " + n);
    }
    if (max - free < n) {
      throw new IllegalStateException("n " + n + " free " + free + " max " + max);
    }
    free += n;
  }

  public synchronized int availablePermits() {
    return free;
  }

  public void release() {
    release(1);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireLegal(n);
    do {
      throwIfInterrupted();
      Thread.yield(); // BUG: busy-wait
    } while (!tryAcquire(n));
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireLegal(n);
    long nanos = unit.toNanos(timeout);
    long start = System.nanoTime();
    throwIfInterrupted();
    while (!tryAcquire(n)) {
      if (System.nanoTime() - start >= nanos) {
        return false;
      }
      Thread.yield();
      throwIfInterrupted();
    }
    return true;
  }

  private void requireLegal(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("n " + n + " max " + max);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
