package barrier;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Each guest has a condition of its own. The author thought that nobody else signals it, so that a
 * guest who is called has been told how its trip ended.
 */
public final class ReusableBarrier {

  private final Lock lock = new ReentrantLock();
  private final Condition actionOver = lock.newCondition();
  private final List<Waiter> waiters = new ArrayList<>(); // guarded by lock
  private final int parties;
  private final Runnable action;
  private boolean acting; // guarded by lock
  private boolean broken; // guarded by lock

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException(parties + " parties");
    }
    this.parties = parties;
    this.action = action;
  }

  public int getParties() {
    return parties;
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    Waiter me = new Waiter(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (acting) {
        actionOver.await();
      }
      admit(me);
      if (me.missing > 0) {
        try {
          if (me.end == End.NONE) {
            me.ready.await(); // BUG: unguarded-wait
          }
        } catch (InterruptedException interrupt) {
          leave(me, interrupt);
        }
        return me.result();
      }
    } finally {
      lock.unlock();
    }
    act(me);
    return me.result();
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = unit.toNanos(timeout);
    Waiter me = new Waiter(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (acting) {
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = actionOver.awaitNanos(left);
      }
      admit(me);
      if (me.missing > 0) {
        try {
          while (me.end == End.NONE && left > 0) {
            left = me.ready.awaitNanos(left);
          }
        } catch (InterruptedException interrupt) {
          leave(me, interrupt);
        }
        if (me.end == End.NONE) {
          breakUp();
          throw new TimeoutException();
        }
        return me.result();
      }
    } finally {
      lock.unlock();
    }
    act(me);
    return me.result();
  }

  public void reset() {
    lock.lock();
    try {
      dismiss(End.BROKEN);
      broken = false;
    } finally {
      lock.unlock();
    }
  }

  public boolean isBroken() {
    lock.lock();
    try {
      return broken;
    } finally {
      lock.unlock();
    }
  }

  public int getNumberWaiting() {
    lock.lock();
    try {
      return Math.min(waiters.size(), parties - 1);
    } finally {
      lock.unlock();
    }
  }

  /** Called without the lock. */
  private void act(Waiter me) {
    End end = End.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      end = End.COMPLETE;
    } finally {
      lock.lock();
      try {
        if (me.end == End.NONE) {
          broken = end == End.BROKEN;
          dismiss(end);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  // The methods below are called with the lock held.

  private void admit(Waiter me) throws BrokenBarrierException {
    if (broken) {
      throw new BrokenBarrierException();
    }
    waiters.add(me);
    me.missing = parties - waiters.size();
    acting = me.missing == 0;
  }

  private void leave(Waiter me, InterruptedException interrupt) throws InterruptedException {
    if (me.end == End.NONE) {
      breakUp();
      throw interrupt;
    }
    Thread.currentThread().interrupt();
  }

  private void breakUp() {
    broken = true;
    dismiss(End.BROKEN);
  }

  private void dismiss(End end) {
    for (Waiter waiter : waiters) {
      waiter.end = end;
      waiter.ready.signal();
    }
    waiters.clear();
    acting = false;
    actionOver.signalAll();
  }

  private enum End {
    NONE,
    COMPLETE,
    BROKEN
  }

  private static final class Waiter {

    final Condition ready;
    int missing;
    End end = End.NONE;

    Waiter(Condition ready) {
      this.ready = ready;
    }

    int result() throws BrokenBarrierException {
      if (end == End.BROKEN) {
        throw new BrokenBarrierException();
      }
      return missing;
    }
  }
}
