/*
 * Legal: a fair ReentrantLock, its queries, and a condition of its own for each who waits.
 */
package semaphore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class CountingSemaphore {

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Deque<Waiter> waiters = new ArrayDeque<>();
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
    boolean ignored = await(n, Long.MAX_VALUE, false);
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    lock.lock();
    try {
      return take(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    return await(n, unit.toNanos(timeout), true);
  }

  private boolean await(int n, long nanos, boolean timed) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (n == 0 || (waiters.isEmpty() && take(n))) {
        return true;
      }
      if (timed && nanos <= 0) {
        return take(n);
      }
      Waiter me = new Waiter(n, lock.newCondition());
      waiters.addLast(me);
      handOver();
      return sleep(me, nanos, timed);
    } finally {
      lock.unlock();
    }
  }

  private boolean sleep(Waiter me, long nanos, boolean timed) throws InterruptedException {
    long left = nanos;
    try {
      while (!me.granted && left > 0) {
        if (timed) {
          left = me.turn.awaitNanos(left);
        } else {
          me.turn.await();
        }
      }
    } catch (InterruptedException told) {
      if (!me.granted) {
        throw told;
      }
      Thread.currentThread().interrupt();
    } finally {
      if (!me.granted) {
        waiters.remove(me);
        handOver();
      }
    }
    return me.granted;
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    lock.lock();
    try {
      if (n > max - free) {
        throw new IllegalStateException(n + " more than " + free + " of " + max);
      }
      free += n;
      handOver();
    } finally {
      lock.unlock();
    }
  }

  public int availablePermits() {
    lock.lock();
    try {
      return free;
    } finally {
      lock.unlock();
    }
  }

  private boolean take(int n) {
    boolean enough = free >= n;
    free -= enough ? n : 0;
    return enough;
  }

  private void requirePossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private void handOver() {
    assert lock.isHeldByCurrentThread() && lock.isFair();
    while (!waiters.isEmpty() && take(waiters.peekFirst().wanted)) {
      Waiter first = waiters.removeFirst();
      first.granted = true;
      first.turn.signal();
    }
  }

  private static final class Waiter {
    final int wanted;
    final Condition turn;
    boolean granted;

    Waiter(int wanted, Condition turn) {
      this.wanted = wanted;
      this.turn = turn;
    }
  }
}
