package semaphore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author lets whoever takes permits call the next one in line, and thought that whoever goes
 * without permits has nothing to tell anybody: nothing has changed.
 */
public final class CountingSemaphore {

  private final Lock lock = new ReentrantLock();
  private final Deque<Waiter> line = new ArrayDeque<>(); // guarded by lock
  private final int max;
  private int free; // guarded by lock

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("bad permits: " + initial + " of " + max);
    }
    this.max = max;
    this.free = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requireSensible(n);
    lock.lockInterruptibly();
    try {
      if (n == 0) {
        return;
      }
      Waiter me = lineUp(n);
      while (!isTurnOf(me)) {
        awaitTurn(me);
      }
      serve(me);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requireSensible(n);
    lock.lock();
    try {
      return takeNow(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requireSensible(n);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      if (n == 0 || left <= 0) {
        return takeNow(n);
      }
      Waiter me = lineUp(n);
      while (!isTurnOf(me)) {
        if (left <= 0) {
          goAway(me);
          return false;
        }
        left = awaitTurn(me, left);
      }
      serve(me);
      return true;
    } finally {
      lock.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("bad release: " + n);
    }
    lock.lock();
    try {
      if (n > max - free) {
        throw new IllegalStateException("too many: " + n + ", free are " + free + " of " + max);
      }
      free += n;
      callFirst();
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

  private void requireSensible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("bad wish: " + n + " of " + max);
    }
  }

  // All below are called with the lock held.

  private boolean takeNow(int n) {
    if (n > free) {
      return false;
    }
    free -= n;
    return true;
  }

  private Waiter lineUp(int n) {
    Waiter me = new Waiter(n, lock.newCondition());
    line.addLast(me);
    return me;
  }

  private boolean isTurnOf(Waiter me) {
    return line.peekFirst() == me && me.wants() <= free;
  }

  private void awaitTurn(Waiter me) throws InterruptedException {
    try {
      me.turn().await();
    } catch (InterruptedException told) {
      goAway(me);
      throw told;
    }
  }

  private long awaitTurn(Waiter me, long nanos) throws InterruptedException {
    try {
      return me.turn().awaitNanos(nanos);
    } catch (InterruptedException told) {
      goAway(me);
      throw told;
    }
  }

  private void goAway(Waiter me) {
    line.remove(me); // BUG: lost-wakeup
  }

  private void serve(Waiter first) {
    line.removeFirst();
    free -= first.wants();
    callFirst();
  }

  private void callFirst() {
    Waiter first = line.peekFirst();
    if (first != null && first.wants() <= free) {
      first.turn().signal();
    }
  }

  /** A thread in line, and the condition that it alone sleeps on. */
  private record Waiter(int wants, Condition turn) {}
}
