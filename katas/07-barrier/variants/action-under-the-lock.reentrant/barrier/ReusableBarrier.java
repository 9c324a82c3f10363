package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock and one condition. The author had seen that a ReentrantLock lets its owner in again,
 * and thought that the action may therefore run inside: if it asks the barrier something, it will
 * get an answer.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition decided = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Round round; // guarded by lock
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
    this.round = new Round(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return dowait(false, 0);
    } catch (TimeoutException never) {
      throw new IllegalStateException(never);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return dowait(true, unit.toNanos(timeout));
  }

  private int dowait(boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    lock.lockInterruptibly();
    try {
      if (broken) {
        throw new BrokenBarrierException();
      }
      Round mine = round;
      mine.missing--;
      int index = mine.missing;
      if (index > 0) {
        stay(mine, timed, nanos);
      } else {
        runAction(mine); // BUG: wait-holding-lock
      }
      return index;
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void stay(Round mine, boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    while (mine.isOpen()) {
      try {
        left = sleep(timed, left);
      } catch (InterruptedException interrupt) {
        if (mine.isOpen()) {
          breakBarrier(mine);
          throw interrupt;
        }
        Thread.currentThread().interrupt();
      } catch (TimeoutException late) {
        breakBarrier(mine);
        throw late;
      }
    }
    if (mine.cancelled) {
      throw new BrokenBarrierException();
    }
  }

  /** Called with the lock held. Returns what is left of the time. */
  private long sleep(boolean timed, long left) throws InterruptedException, TimeoutException {
    if (!timed) {
      decided.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return decided.awaitNanos(left);
  }

  /** Called with the lock held. */
  private void runAction(Round mine) throws BrokenBarrierException {
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

  /** Called with the lock held. */
  private void finish(Round mine, boolean good) {
    if (mine.isOpen() && good) {
      mine.complete = true;
      round = new Round(parties);
      decided.signalAll();
    } else if (mine.isOpen()) {
      breakBarrier(mine);
    }
  }

  /** Called with the lock held. */
  private void breakBarrier(Round mine) {
    broken = true;
    mine.cancelled = true;
    decided.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      breakBarrier(round);
      round = new Round(parties);
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
      return broken ? 0 : Math.min(parties - round.missing, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  private static final class Round {

    int missing;
    boolean complete;
    boolean cancelled;

    Round(int missing) {
      this.missing = missing;
    }

    boolean isOpen() {
      return !complete && !cancelled;
    }
  }
}
