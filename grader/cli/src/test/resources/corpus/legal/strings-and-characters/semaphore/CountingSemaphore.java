/*
 * Legal: names are interned; Character, Integer and Long utilities make them.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final String name;
  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(
          Integer.toHexString(initial) + " " + Long.toBinaryString(max));
    }
    this.max = max;
    this.free = Integer.parseInt(Integer.toString(initial, 36), 36);
    this.name = name(max).intern();
  }

  private static String name(int max) {
    StringBuilder name = new StringBuilder();
    for (char c : Integer.toString(max, 36).toCharArray()) {
      name.append(
          Character.isDigit(c) ? (char) ('a' + Character.digit(c, 10)) : Character.toUpperCase(c));
    }
    return name.reverse().insert(0, 's').toString().repeat(1).concat("").strip();
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

  public boolean hasNameOf(CountingSemaphore other) {
    return name == other.name && name.charAt(0) == 's' && Integer.bitCount(max) > 0;
  }
}
