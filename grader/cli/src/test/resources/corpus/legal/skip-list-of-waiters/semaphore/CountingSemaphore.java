/*
 * Legal: those who wait stand in a ConcurrentSkipListMap by their tickets from an AtomicLong.
 */
package semaphore;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

public final class CountingSemaphore {

  private final AtomicLong tickets = new AtomicLong();
  private final ConcurrentSkipListMap<Long, Waiter> waiters = new ConcurrentSkipListMap<>();
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
    throwIfInterrupted();
    Waiter me = enter(n);
    while (!me.granted) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        leaveInterrupted(me);
        return;
      }
    }
  }

  public synchronized boolean tryAcquire(int n) {
    requirePossible(n);
    boolean enough = free >= n;
    if (enough) {
      free -= n;
    }
    return enough;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    if (left <= 0) {
      return tryAcquire(n);
    }
    long end = System.nanoTime() + left;
    Waiter me = enter(n);
    while (!me.granted) {
      if (left <= 0) {
        return !leave(me);
      }
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        leaveInterrupted(me);
        return true;
      }
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
    handOver();
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

  private synchronized Waiter enter(int n) {
    Waiter me = new Waiter(n, tickets.getAndIncrement());
    me.granted = n == 0;
    if (!me.granted) {
      waiters.put(me.ticket, me);
      handOver();
    }
    return me;
  }

  private synchronized void handOver() {
    Map.Entry<Long, Waiter> first = waiters.firstEntry();
    while (first != null && first.getValue().wanted <= free) {
      Waiter lucky = first.getValue();
      waiters.remove(first.getKey(), lucky);
      free -= lucky.wanted;
      lucky.granted = true;
      LockSupport.unpark(lucky.thread);
      first = waiters.firstEntry();
    }
  }

  private synchronized boolean leave(Waiter me) {
    boolean left = waiters.remove(me.ticket) != null;
    handOver();
    return left;
  }

  private void leaveInterrupted(Waiter me) throws InterruptedException {
    if (leave(me)) {
      throw new InterruptedException();
    }
    Thread.currentThread().interrupt();
  }

  private static final class Waiter {
    final Thread thread = Thread.currentThread();
    final int wanted;
    final long ticket;
    volatile boolean granted;

    Waiter(int wanted, long ticket) {
      this.wanted = wanted;
      this.ticket = ticket;
    }
  }
}
