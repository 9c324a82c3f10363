/*
 * Legal: no lock at all: a counter in an AtomicInteger, and all that wait stand in a
 * ConcurrentLinkedQueue and are unparked.
 */
package semaphore;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

public final class CountingSemaphore {

  private final Queue<Thread> sleepers = new ConcurrentLinkedQueue<>();
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
    require(n);
    throwIfInterrupted();
    if (take(n)) {
      return;
    }
    Thread me = Thread.currentThread();
    sleepers.add(me);
    try {
      while (!take(n)) {
        LockSupport.park(this);
        throwIfInterrupted();
      }
    } finally {
      sleepers.remove(me);
    }
  }

  public boolean tryAcquire(int n) {
    require(n);
    return take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    long nanos = unit.toNanos(timeout);
    throwIfInterrupted();
    if (nanos <= 0) {
      return take(n);
    }
    long end = System.nanoTime() + nanos;
    Thread me = Thread.currentThread();
    sleepers.add(me);
    try {
      boolean taken = take(n);
      long left = nanos;
      while (!taken && left > 0) {
        LockSupport.parkNanos(this, left);
        throwIfInterrupted();
        taken = take(n);
        left = end - System.nanoTime();
      }
      return taken;
    } finally {
      sleepers.remove(me);
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    int now;
    do {
      now = free.get();
      if (n > max - now) {
        throw new IllegalStateException(n + " more than " + now + " of " + max);
      }
    } while (!free.compareAndSet(now, now + n));
    sleepers.forEach(LockSupport::unpark);
  }

  public int availablePermits() {
    return free.get();
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

  private void require(int n) {
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
