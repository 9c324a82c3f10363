package semaphore;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * M25, the grant is lost on interrupt. Its author believed: "If I am interrupted, I have got
 * nothing." But the permits may have been handed over a moment before, and then nobody has them.
 */
public final class CountingSemaphore {

  private final Queue<Waiter> waiters = new ArrayDeque<>(); // guarded by this
  private final int max;
  private int free; // guarded by this

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
    Waiter me = new Waiter(n);
    enter(me);
    while (!me.granted) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        leaveInterrupted(me);
      }
    }
  }

  public synchronized boolean tryAcquire(int n) {
    requirePossible(n);
    if (free < n) {
      return false;
    }
    free -= n;
    return true;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    if (left <= 0) {
      return tryAcquire(n);
    }
    long deadline = System.nanoTime() + left;
    Waiter me = new Waiter(n);
    enter(me);
    while (!me.granted) {
      if (left <= 0) {
        return !leave(me);
      }
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        leaveInterrupted(me);
      }
      left = deadline - System.nanoTime();
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

  /** Grants at once or puts the waiter at the end of the queue; who wants nothing never queues. */
  private synchronized void enter(Waiter me) {
    if (me.wanted == 0) {
      me.granted = true;
      return;
    }
    waiters.add(me);
    handOver();
  }

  /** Grants to the first in the queue as long as there is enough for it. */
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

  /** Granted or gone, never both: false means that the permits came first. */
  private synchronized boolean leave(Waiter me) {
    boolean left = waiters.remove(me);
    handOver(); // the one behind may have enough
    return left;
  }

  private void leaveInterrupted(Waiter me) throws InterruptedException {
    leave(me);
    throw new InterruptedException(); // BUG: lost-permit
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

  private static final class Waiter {
    final Thread thread = Thread.currentThread();
    final int wanted;
    volatile boolean granted; // written under the lock, read by its thread without it

    Waiter(int wanted) {
      this.wanted = wanted;
    }
  }
}
