package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * M68, source order taken for memory order. Its author believed: "Who sleeps first says so and then
 * looks at the permits; who releases first adds permits and then looks for sleepers. So one of them
 * sees the other." But the number of sleepers is a plain field, read without its lock.
 */
public final class CountingSemaphore {

  private final Object bed = new Object();
  private int sleepers; // changed under the lock of bed
  private final AtomicInteger free;
  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.free = new AtomicInteger(initial);
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requirePossible(n);
    throwIfInterrupted();
    if (!take(n)) {
      sleepUntilTaken(n);
    }
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    return take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long nanos = unit.toNanos(timeout);
    throwIfInterrupted();
    return take(n) || (nanos > 0 && sleepUntilTaken(n, nanos));
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    add(n);
    if (sleepers > 0) { // BUG: stale-read
      synchronized (bed) {
        bed.notifyAll();
      }
    }
  }

  public int availablePermits() {
    return free.get();
  }

  private void sleepUntilTaken(int n) throws InterruptedException {
    synchronized (bed) {
      sleepers++;
      try {
        while (!take(n)) {
          bed.wait();
        }
      } finally {
        sleepers--;
      }
    }
  }

  private boolean sleepUntilTaken(int n, long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    synchronized (bed) {
      sleepers++;
      try {
        boolean taken = take(n);
        for (long left = nanos; !taken && left > 0; left = deadline - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(bed, left);
          taken = take(n);
        }
        return taken;
      } finally {
        sleepers--;
      }
    }
  }

  private boolean take(int n) {
    int now = free.get();
    while (now >= n) {
      if (free.compareAndSet(now, now - n)) {
        return true;
      }
      now = free.get();
    }
    return false;
  }

  private void add(int n) {
    int now;
    do {
      now = free.get();
      if (n > max - now) {
        throw new IllegalStateException(n + " more than " + now + " of " + max);
      }
    } while (!free.compareAndSet(now, now + n));
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
}
