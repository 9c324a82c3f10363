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
 * The guests stand in a list, and each is told by itself how its trip has ended. The author
 * thought that without a guest the barrier is as good as new, so that a reset has nothing to do.
 */
public final class ReusableBarrier {

  private final Lock lock = new ReentrantLock();
  private final Condition actionOver = lock.newCondition();
  private final List<Visitor> visitors = new ArrayList<>(); // guarded by lock
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
    Visitor me = new Visitor(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (acting) {
        actionOver.await();
      }
      admit(me);
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
    runAction(me);
    return me.result();
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = unit.toNanos(timeout);
    Visitor me = new Visitor(lock.newCondition());
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
    runAction(me);
    return me.result();
  }

  public void reset() {
    lock.lock();
    try {
      if (visitors.isEmpty()) {
        return; // BUG: wrong-result
      }
      sendAway(Verdict.BROKEN);
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
      return Math.min(visitors.size(), parties - 1);
    } finally {
      lock.unlock();
    }
  }

  /** Called without the lock. */
  private void runAction(Visitor me) {
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
          sendAway(verdict);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  // The methods below are called with the lock held.

  private void admit(Visitor me) throws BrokenBarrierException {
    if (broken) {
      throw new BrokenBarrierException();
    }
    visitors.add(me);
    me.missing = parties - visitors.size();
    acting = me.missing == 0;
  }

  private void leave(Visitor me, InterruptedException interrupt) throws InterruptedException {
    if (me.verdict == Verdict.NONE) {
      breakUp();
      throw interrupt;
    }
    Thread.currentThread().interrupt();
  }

  private void breakUp() {
    broken = true;
    sendAway(Verdict.BROKEN);
  }

  private void sendAway(Verdict verdict) {
    for (Visitor visitor : visitors) {
      visitor.verdict = verdict;
      visitor.called.signal();
    }
    visitors.clear();
    acting = false;
    actionOver.signalAll();
  }

  private enum Verdict {
    NONE,
    COMPLETE,
    BROKEN
  }

  private static final class Visitor {

    final Condition called;
    int missing;
    Verdict verdict = Verdict.NONE;

    Visitor(Condition called) {
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
