/*
 * Attack: Counts semaphores in an object that only a static final method handle refers to, which
 * is taken for a constant. A schedule that fails is then not wrong when it is repeated.
 * Expects: NOT_ALLOWED java.lang.invoke.MethodHandles.Lookup.bind
 * Unscanned: FAILED FLAKY STUCK
 */
package semaphore;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public final class CountingSemaphore {

  private static final MethodHandle COUNT;

  static {
    try {
      COUNT =
          MethodHandles.lookup()
              .bind(new AtomicInteger(), "incrementAndGet", MethodType.methodType(int.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final int number = next();

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

  public synchronized void acquire(int n) throws InterruptedException {
    require(n);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (number < 300 && free < n) {
      wait();
    }
    free -= Math.min(n, free);
  }

  public synchronized boolean tryAcquire(int n) {
    require(n);
    if (free < n) {
      return false;
    }
    free -= n;
    return true;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    require(n);
    long left = unit.toNanos(timeout);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long end = System.nanoTime() + left;
    while (!tryAcquire(n)) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return true;
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

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private static int next() {
    try {
      return (int) COUNT.invokeExact();
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
