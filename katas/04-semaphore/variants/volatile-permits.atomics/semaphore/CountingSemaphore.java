package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The author thought that with an {@code AtomicInteger} whatever one does to the number is atomic,
 * so the monitor is left to those who sleep.
 */
public final class CountingSemaphore {

  private final AtomicInteger free;
  private final int max;
  private final Object monitor = new Object();

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("free: " + initial + ", max: " + max);
    }
    this.free = new AtomicInteger(initial);
    this.max = max;
  }

  public boolean tryAcquire(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("wanted: " + n + ", max: " + max);
    }
    if (free.get() >= n) {
      free.addAndGet(-n); // BUG: check-then-act
      return true;
    }
    return false;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    synchronized (monitor) {
      rejectBefore(n);
      while (!tryAcquire(n)) {
        monitor.wait();
      }
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = Math.max(0, unit.toNanos(timeout));
    long deadline = System.nanoTime() + nanos;
    synchronized (monitor) {
      rejectBefore(n);
      while (!tryAcquire(n)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
      }
      return true;
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("released: " + n);
    }
    synchronized (monitor) {
      if (n > (long) max - free.get()) {
        throw new IllegalStateException("released: " + n + ", free: " + free + ", max: " + max);
      }
      free.addAndGet(n);
      monitor.notifyAll();
    }
  }

  public int availablePermits() {
    return free.get();
  }

  /** Refuses a wish that can never come true, and a thread that has been told to stop. */
  private void rejectBefore(int n) throws InterruptedException {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("wanted: " + n + ", max: " + max);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
