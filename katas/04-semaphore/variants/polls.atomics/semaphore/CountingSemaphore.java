package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The author thought that a thread which rests for a moment between two looks is waiting as it
 * should, and was glad to have no queue and no wake-ups to get wrong.
 */
public final class CountingSemaphore {

  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(2);

  private final AtomicInteger pool;
  private final int size;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " in a pool of " + max);
    }
    pool = new AtomicInteger(initial);
    size = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    check(n);
    throwIfInterrupted();
    while (!take(n)) {
      LockSupport.parkNanos(MOMENT); // BUG: busy-wait
      throwIfInterrupted();
    }
  }

  public boolean tryAcquire(int n) {
    check(n);
    return take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    long start = System.nanoTime();
    long nanos = unit.toNanos(timeout);
    check(n);
    throwIfInterrupted();
    boolean taken = take(n);
    while (!taken && System.nanoTime() - start < nanos) {
      LockSupport.parkNanos(Math.min(MOMENT, nanos));
      throwIfInterrupted();
      taken = take(n);
    }
    return taken;
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException(n + " into the pool");
    }
    pool.getAndUpdate(now -> withRoom(now, n) + n);
  }

  public int availablePermits() {
    return pool.get();
  }

  private boolean take(int n) {
    return pool.getAndUpdate(now -> now >= n ? now - n : now) >= n;
  }

  private int withRoom(int now, int n) {
    if (size - now < n) {
      throw new IllegalStateException(n + " into the pool with " + now + " of " + size);
    }
    return now;
  }

  private void check(int n) {
    if (n < 0 || n > size) {
      throw new IllegalArgumentException(n + " out of a pool of " + size);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
