package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock and one condition. The author was afraid that a signal might be missed, and thought
 * that somebody who gets up once in a millisecond to look for itself is safe.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition bell = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Roll roll; // guarded by lock
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
    this.roll = new Roll(parties);
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
    Roll mine;
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!broken && roll.missing == 0) {
        left = nap(timed, left);
      }
      if (broken) {
        throw new BrokenBarrierException();
      }
      mine = roll;
      mine.missing--;
      int index = mine.missing;
      if (index > 0) {
        stay(mine, timed, left);
        return index;
      }
    } finally {
      lock.unlock();
    }
    lead(mine);
    return 0;
  }

  /** Called with the lock held. */
  private void stay(Roll mine, boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    while (mine.isOpen()) {
      try {
        left = nap(timed, left);
      } catch (InterruptedException interrupt) {
        if (mine.isOpen()) {
          tear(mine);
          throw interrupt;
        }
        Thread.currentThread().interrupt();
      } catch (TimeoutException late) {
        tear(mine);
        throw late;
      }
    }
    if (mine.cancelled) {
      throw new BrokenBarrierException();
    }
  }

  /** Called with the lock held. Returns what is left of the time. */
  private long nap(boolean timed, long left) throws InterruptedException, TimeoutException {
    if (!timed) {
      bell.awaitNanos(1_000_000); // BUG: busy-wait
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return bell.awaitNanos(left);
  }

  /** Called without the lock. */
  private void lead(Roll mine) throws BrokenBarrierException {
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

  private void finish(Roll mine, boolean good) {
    lock.lock();
    try {
      if (mine.isOpen() && good) {
        mine.complete = true;
        roll = new Roll(parties);
        bell.signalAll();
      } else if (mine.isOpen()) {
        tear(mine);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void tear(Roll mine) {
    broken = true;
    mine.cancelled = true;
    bell.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      tear(roll);
      roll = new Roll(parties);
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
      return broken ? 0 : Math.min(parties - roll.missing, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  private static final class Roll {

    int missing;
    boolean complete;
    boolean cancelled;

    Roll(int missing) {
      this.missing = missing;
    }

    boolean isOpen() {
      return !complete && !cancelled;
    }
  }
}
