/*
 * Legal: what to wait for and how is handed over as lambdas with own functional interfaces.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

public final class CountingSemaphore {

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
    boolean ignored = await(() -> take(n), () -> Long.MAX_VALUE, left -> wait());
  }

  public synchronized boolean tryAcquire(int n) {
    requirePossible(n);
    return take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long nanos = unit.toNanos(timeout);
    long end = System.nanoTime() + nanos;
    LongSupplier left = nanos <= 0 ? () -> 0 : () -> end - System.nanoTime();
    return await(
        () -> take(n), left, time -> TimeUnit.NANOSECONDS.timedWait(CountingSemaphore.this, time));
  }

  public void release() {
    release(1);
  }

  public synchronized void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    if (n > max - free) {
      throw new IllegalStateException(n + " more than " + free + " of " + max);
    }
    free += n;
    notifyAll();
  }

  public synchronized int availablePermits() {
    return free;
  }

  private void requirePossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @FunctionalInterface
  private interface Sleeper {
    void sleep(long nanos) throws InterruptedException;
  }

  private synchronized boolean await(BooleanSupplier attempt, LongSupplier left, Sleeper sleeper)
      throws InterruptedException {
    throwIfInterrupted();
    while (!attempt.getAsBoolean()) {
      long nanos = left.getAsLong();
      if (nanos <= 0) {
        return false;
      }
      sleeper.sleep(nanos);
    }
    return true;
  }

  private boolean take(int n) {
    if (free < n) {
      return false;
    }
    free -= n;
    return true;
  }
}
