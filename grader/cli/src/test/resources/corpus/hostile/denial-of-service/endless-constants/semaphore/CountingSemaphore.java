/*
 * Attack: Has constants of which each is twice as long as the one before: the compiler has to put
 * them together.
 * Expects: DOES_NOT_COMPILE
 * Unscanned: DOES_NOT_COMPILE
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private static final String S0 =
      "0123456789012345678901234567890123456789012345678901234567890123";
  private static final String S1 = S0 + S0;
  private static final String S2 = S1 + S1;
  private static final String S3 = S2 + S2;
  private static final String S4 = S3 + S3;
  private static final String S5 = S4 + S4;
  private static final String S6 = S5 + S5;
  private static final String S7 = S6 + S6;
  private static final String S8 = S7 + S7;
  private static final String S9 = S8 + S8;
  private static final String S10 = S9 + S9;
  private static final String S11 = S10 + S10;
  private static final String S12 = S11 + S11;
  private static final String S13 = S12 + S12;
  private static final String S14 = S13 + S13;
  private static final String S15 = S14 + S14;
  private static final String S16 = S15 + S15;
  private static final String S17 = S16 + S16;
  private static final String S18 = S17 + S17;
  private static final String S19 = S18 + S18;
  private static final String S20 = S19 + S19;
  private static final String S21 = S20 + S20;
  private static final String S22 = S21 + S21;

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
    if (S22.length() == n) {
      return;
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
}
