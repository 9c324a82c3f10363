/*
 * Legal: those who wait are comparable, stand in a PriorityQueue, and have equals, hashCode and
 * toString.
 */
package semaphore;

import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

public final class CountingSemaphore {

  private final Queue<Waiter> waiters = new PriorityQueue<>();
  private final int max;
  private int free;
  private long tickets;

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
    Waiter me = new Waiter(n, tickets++);
    if (n == 0) {
      me.granted = true;
    } else {
      waiters.add(me);
      handOver();
    }
    return me;
  }

  private synchronized void handOver() {
    Waiter first = waiters.peek();
    while (first != null && first.wanted <= free) {
      waiters.remove();
      free -= first.wanted;
      first.granted = true;
      LockSupport.unpark(first.thread);
      first = waiters.peek();
    }
  }

  private synchronized boolean leave(Waiter me) {
    boolean left = waiters.remove(me);
    handOver();
    return left;
  }

  private void leaveInterrupted(Waiter me) throws InterruptedException {
    if (leave(me)) {
      throw new InterruptedException();
    }
    Thread.currentThread().interrupt();
  }

  private static final class Waiter implements Comparable<Waiter> {
    final Thread thread = Thread.currentThread();
    final int wanted;
    final long ticket;
    volatile boolean granted;

    Waiter(int wanted, long ticket) {
      this.wanted = wanted;
      this.ticket = ticket;
    }

    @Override
    public int compareTo(Waiter other) {
      return Comparator.comparingLong((Waiter one) -> one.ticket)
          .thenComparingInt(one -> one.wanted)
          .compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Waiter one && compareTo(one) == 0;
    }

    @Override
    public int hashCode() {
      return Objects.hash(ticket, wanted);
    }

    @Override
    public String toString() {
      return "Waiter[" + ticket + "]";
    }
  }
}
