package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock and one condition. The author thought that the waiting for the condition is what can be
 * interrupted, and that the lock is never held long enough to matter.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Group group; // guarded by lock
  private boolean broken; // guarded by lock

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties <= 0) {
      throw new IllegalArgumentException("parties must be positive: " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.group = new Group(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return enter(false, 0);
    } catch (TimeoutException never) {
      throw new IllegalStateException(never);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return enter(true, unit.toNanos(timeout));
  }

  private int enter(boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Group mine;
    long left = nanos;
    lock.lock(); // BUG: swallowed-interrupt
    try {
      while (!broken && group.absent == 0) {
        left = rest(timed, left);
      }
      if (broken) {
        throw new BrokenBarrierException();
      }
      mine = group;
      mine.absent--;
      int index = mine.absent;
      if (index > 0) {
        waitForOthers(mine, timed, left);
        return index;
      }
    } finally {
      lock.unlock();
    }
    completeGroup(mine);
    return 0;
  }

  /** Called with the lock held. */
  private void waitForOthers(Group mine, boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    while (mine.isOpen()) {
      try {
        left = rest(timed, left);
      } catch (InterruptedException interrupt) {
        if (mine.isOpen()) {
          disband(mine);
          throw interrupt;
        }
        Thread.currentThread().interrupt();
      } catch (TimeoutException late) {
        disband(mine);
        throw late;
      }
    }
    if (mine.cancelled) {
      throw new BrokenBarrierException();
    }
  }

  /** Called with the lock held. Returns what is left of the time. */
  private long rest(boolean timed, long left) throws InterruptedException, TimeoutException {
    if (!timed) {
      changed.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return changed.awaitNanos(left);
  }

  /** Called without the lock. */
  private void completeGroup(Group mine) throws BrokenBarrierException {
    boolean good = false;
    try {
      if (action != null) {
        action.run();
      }
      good = true;
    } finally {
      finish(mine, good);
    }
    if (mine.cancelled) {
      throw new BrokenBarrierException();
    }
  }

  private void finish(Group mine, boolean good) {
    lock.lock();
    try {
      if (mine.isOpen() && good) {
        mine.complete = true;
        group = new Group(parties);
        changed.signalAll();
      } else if (mine.isOpen()) {
        disband(mine);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void disband(Group mine) {
    broken = true;
    mine.cancelled = true;
    changed.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      disband(group);
      group = new Group(parties);
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

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    lock.lock();
    try {
      return broken ? 0 : Math.min(parties - group.absent, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  private static final class Group {

    int absent;
    boolean complete;
    boolean cancelled;

    Group(int absent) {
      this.absent = absent;
    }

    boolean isOpen() {
      return !complete && !cancelled;
    }
  }
}
