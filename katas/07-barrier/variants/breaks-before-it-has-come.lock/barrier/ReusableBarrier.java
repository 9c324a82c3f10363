package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Made after the barrier of the JDK, with one lock and a flag. The author thought that an
 * interrupted thread will not come any more, whether it has arrived or not, and that the others
 * had better know at once.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition trip = lock.newCondition();
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
      return doWait(false, 0);
    } catch (TimeoutException never) {
      throw new IllegalStateException(never);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return doWait(true, unit.toNanos(timeout));
  }

  private int doWait(boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Round mine;
    long left = nanos;
    lock.lock();
    try {
      if (Thread.interrupted()) {
        breakUp(round); // BUG: wrong-result
        throw new InterruptedException();
      }
      while (!broken && round.missing == 0) {
        left = rest(timed, left);
      }
      if (broken) {
        throw new BrokenBarrierException();
      }
      mine = round;
      mine.missing--;
      int index = mine.missing;
      if (index > 0) {
        stay(mine, timed, left);
        return index;
      }
    } finally {
      lock.unlock();
    }
    runLast(mine);
    return 0;
  }

  /** Called with the lock held. */
  private void stay(Round mine, boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    while (mine.isOpen()) {
      try {
        left = rest(timed, left);
      } catch (InterruptedException interrupt) {
        if (mine.isOpen()) {
          breakUp(mine);
          throw interrupt;
        }
        Thread.currentThread().interrupt();
      } catch (TimeoutException late) {
        breakUp(mine);
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
      trip.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return trip.awaitNanos(left);
  }

  /** Called without the lock. */
  private void runLast(Round mine) throws BrokenBarrierException {
    boolean ran = false;
    try {
      if (action != null) {
        action.run();
      }
      ran = true;
    } finally {
      finish(mine, ran);
    }
    if (mine.cancelled) {
      throw new BrokenBarrierException();
    }
  }

  private void finish(Round mine, boolean ran) {
    lock.lock();
    try {
      if (mine.isOpen() && ran) {
        mine.complete = true;
        round = new Round(parties);
        trip.signalAll();
      } else if (mine.isOpen()) {
        breakUp(mine);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void breakUp(Round mine) {
    broken = true;
    mine.cancelled = true;
    trip.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      breakUp(round);
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
