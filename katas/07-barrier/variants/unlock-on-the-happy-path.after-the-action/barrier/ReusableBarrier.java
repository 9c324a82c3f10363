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
 * The guests stand in a list, and each has a condition of its own. The author looked at the end of
 * the action for the one way in which it ends well, and unlocked there.
 */
public final class ReusableBarrier {

  private final Lock lock = new ReentrantLock();
  private final Condition actionOver = lock.newCondition();
  private final List<Traveller> travellers = new ArrayList<>(); // guarded by lock
  private final int parties;
  private final Runnable action;
  private boolean full; // guarded by lock
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
    Traveller me = new Traveller(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (full) {
        actionOver.await();
      }
      checkIn(me);
      if (me.missing > 0) {
        try {
          while (me.verdict == Verdict.NONE) {
            me.called.await();
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
    Traveller me = new Traveller(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (full) {
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = actionOver.awaitNanos(left);
      }
      checkIn(me);
      if (me.missing > 0) {
        try {
          while (me.verdict == Verdict.NONE && left > 0) {
            left = me.called.awaitNanos(left);
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
      return Math.min(travellers.size(), parties - 1);
    } finally {
      lock.unlock();
    }
  }

  /** Called without the lock. */
  private void act(Traveller me) throws BrokenBarrierException {
    boolean failed = true;
    try {
      if (action != null) {
        action.run();
      }
      failed = false;
    } finally {
      if (failed) {
        fail(me);
      }
    }
    lock.lock();
    if (me.verdict == Verdict.BROKEN) {
      throw new BrokenBarrierException(); // BUG: lock-not-released
    }
    dismiss(Verdict.COMPLETE);
    lock.unlock();
  }

  private void fail(Traveller me) {
    lock.lock();
    try {
      if (me.verdict == Verdict.NONE) {
        breakUp();
      }
    } finally {
      lock.unlock();
    }
  }

  // The methods below are called with the lock held.

  private void checkIn(Traveller me) throws BrokenBarrierException {
    if (broken) {
      throw new BrokenBarrierException();
    }
    travellers.add(me);
    me.missing = parties - travellers.size();
    full = me.missing == 0;
  }

  private void leave(Traveller me, InterruptedException interrupt) throws InterruptedException {
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
    for (Traveller traveller : travellers) {
      traveller.verdict = verdict;
      traveller.called.signal();
    }
    travellers.clear();
    full = false;
    actionOver.signalAll();
  }

  private enum Verdict {
    NONE,
    COMPLETE,
    BROKEN
  }

  private static final class Traveller {

    final Condition called;
    int missing;
    Verdict verdict = Verdict.NONE;

    Traveller(Condition called) {
      this.called = called;
    }

    int result() throws BrokenBarrierException {
      if (verdict == Verdict.BROKEN) {
        throw new BrokenBarrierException();
      }
      return missing;
    }
  }
}
