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
 * The guests stand in a list, and each is told by itself how its trip has ended. The author took
 * the place in the list for the number that the contract asks for.
 */
public final class ReusableBarrier {

  private final Lock lock = new ReentrantLock();
  private final Condition actionOver = lock.newCondition();
  private final List<Arrival> arrivals = new ArrayList<>(); // guarded by lock
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
    Arrival me = new Arrival(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (acting) {
        actionOver.await();
      }
      admit(me);
      if (!acting) {
        try {
          while (me.verdict == Verdict.NONE) {
            me.told.await();
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
    Arrival me = new Arrival(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (acting) {
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = actionOver.awaitNanos(left);
      }
      admit(me);
      if (!acting) {
        try {
          while (me.verdict == Verdict.NONE && left > 0) {
            left = me.told.awaitNanos(left);
          }
        } catch (InterruptedException interrupt) {
          leave(me, interrupt);
        }
        if (me.verdict == Verdict.NONE) {
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
      dismiss(Verdict.BROKEN);
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
      return Math.min(arrivals.size(), parties - 1);
    } finally {
      lock.unlock();
    }
  }

  /** Called without the lock. */
  private void act(Arrival me) {
    Verdict verdict = Verdict.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      verdict = Verdict.COMPLETE;
    } finally {
      lock.lock();
      try {
        if (me.verdict == Verdict.NONE) {
          broken = verdict == Verdict.BROKEN;
          dismiss(verdict);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  // The methods below are called with the lock held.

  private void admit(Arrival me) throws BrokenBarrierException {
    if (broken) {
      throw new BrokenBarrierException();
    }
    me.place = arrivals.size();
    arrivals.add(me);
    acting = arrivals.size() == parties;
  }

  private void leave(Arrival me, InterruptedException interrupt) throws InterruptedException {
    if (me.verdict == Verdict.NONE) {
      breakUp();
      throw interrupt;
    }
    Thread.currentThread().interrupt();
  }

  private void breakUp() {
    broken = true;
    dismiss(Verdict.BROKEN);
  }

  private void dismiss(Verdict verdict) {
    for (Arrival arrival : arrivals) {
      arrival.verdict = verdict;
      arrival.told.signal();
    }
    arrivals.clear();
    acting = false;
    actionOver.signalAll();
  }

  private enum Verdict {
    NONE,
    COMPLETE,
    BROKEN
  }

  private static final class Arrival {

    final Condition told;
    int place;
    Verdict verdict = Verdict.NONE;

    Arrival(Condition told) {
      this.told = told;
    }

    int result() throws BrokenBarrierException {
      if (verdict == Verdict.BROKEN) {
        throw new BrokenBarrierException();
      }
      return place; // BUG: wrong-order
    }
  }
}
