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
 * Each guest has a condition of its own, which is waited for as long as time is left. The author
 * thought that awaitNanos tells why it has returned: if nothing is left, the guest has not been
 * called.
 */
public final class ReusableBarrier {

  private final Lock lock = new ReentrantLock();
  private final Condition actionOver = lock.newCondition();
  private final List<Member> members = new ArrayList<>(); // guarded by lock
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
    Member me = new Member(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (acting) {
        actionOver.await();
      }
      join(me);
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
    Member me = new Member(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (acting) {
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = actionOver.awaitNanos(left);
      }
      join(me);
      if (me.missing > 0) {
        try {
          while (me.verdict == Verdict.NONE) {
            left = me.called.awaitNanos(left);
            if (left <= 0) {
              breakUp(me);
              throw new TimeoutException(); // BUG: wrong-timeout
            }
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

  public void reset() {
    lock.lock();
    try {
      release(Verdict.BROKEN);
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
      return Math.min(members.size(), parties - 1);
    } finally {
      lock.unlock();
    }
  }

  /** Called without the lock. */
  private void act(Member me) {
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
          release(verdict);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  // The methods below are called with the lock held.

  private void join(Member me) throws BrokenBarrierException {
    if (broken) {
      throw new BrokenBarrierException();
    }
    members.add(me);
    me.missing = parties - members.size();
    acting = me.missing == 0;
  }

  private void leave(Member me, InterruptedException interrupt) throws InterruptedException {
    if (breakUp(me)) {
      throw interrupt;
    }
    Thread.currentThread().interrupt();
  }

  /** False if the trip of this one was over before. */
  private boolean breakUp(Member me) {
    boolean waits = me.verdict == Verdict.NONE;
    if (waits) {
      broken = true;
      release(Verdict.BROKEN);
    }
    return waits;
  }

  private void release(Verdict verdict) {
    for (Member member : members) {
      member.verdict = verdict;
      member.called.signal();
    }
    members.clear();
    acting = false;
    actionOver.signalAll();
  }

  private enum Verdict {
    NONE,
    COMPLETE,
    BROKEN
  }

  private static final class Member {

    final Condition called;
    int missing;
    Verdict verdict = Verdict.NONE;

    Member(Condition called) {
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
