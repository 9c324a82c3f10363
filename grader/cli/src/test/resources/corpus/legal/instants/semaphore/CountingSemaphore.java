/*
 * Legal: it remembers when it was made and last used, as Instant, and can tell it in the form of
 * ISO 8601.
 */
package semaphore;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final Instant made = Instant.now();
  private final int max;
  private Instant used = made;
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
    requirePossible(n);
    throwIfInterrupted();
    while (free < n) {
      wait();
    }
    free -= n;
  }

  public synchronized boolean tryAcquire(int n) {
    requirePossible(n);
    boolean enough = free >= n;
    if (enough) {
      free -= n;
    }
    return enough;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    while (free < n) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    free -= n;
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
    used = Instant.ofEpochMilli(System.currentTimeMillis());
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

  public synchronized Duration busy() {
    return Duration.between(made, used);
  }

  @Override
  public synchronized String toString() {
    return DateTimeFormatter.ISO_INSTANT.format(made.atOffset(ZoneOffset.UTC).toInstant());
  }
}
