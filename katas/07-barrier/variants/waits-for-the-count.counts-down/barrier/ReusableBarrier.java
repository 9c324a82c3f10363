package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock and one condition, and a number that is counted down. Whoever completes a trip winds it
 * up again. The author thought that a number which is back at its full height shows everybody that
 * the trip is over.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wound = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Counter counter; // guarded by lock
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
    this.counter = new Counter(parties);
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
    Counter mine;
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!broken && counter.missing == 0) {
        left = rest(timed, left);
      }
      if (broken) {
        throw new BrokenBarrierException();
      }
      mine = counter;
      mine.missing--;
      int still = mine.missing;
      if (still > 0) {
        stay(mine, timed, left);
        return still;
      }
    } finally {
      lock.unlock();
    }
    completeTrip(mine);
    return 0;
  }

  /** Called with the lock held. */
  private void stay(Counter mine, boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    while (mine.missing < parties && !mine.cancelled) { // BUG: lost-wakeup
      try {
        left = rest(timed, left);
      } catch (InterruptedException interrupt) {
        if (mine.missing < parties && !mine.cancelled) {
          spoil(mine);
          throw interrupt;
        }
        Thread.currentThread().interrupt();
      } catch (TimeoutException late) {
        spoil(mine);
        throw late;
      }
    }
    if (mine.missing < parties) {
      throw new BrokenBarrierException();
    }
  }

  /** Called with the lock held. Returns what is left of the time. */
  private long rest(boolean timed, long left) throws InterruptedException, TimeoutException {
    if (!timed) {
      wound.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return wound.awaitNanos(left);
  }

  /** Called without the lock. */
  private void completeTrip(Counter mine) throws BrokenBarrierException {
    boolean done = false;
    try {
      if (action != null) {
        action.run();
      }
      done = true;
    } finally {
      done = finish(mine, done);
    }
    if (!done) {
      throw new BrokenBarrierException();
    }
  }

  /** Whether the trip is complete. */
  private boolean finish(Counter mine, boolean done) {
    lock.lock();
    try {
      if (mine.cancelled) {
        return false;
      }
      if (done) {
        mine.missing = parties;
        wound.signalAll();
      } else {
        spoil(mine);
      }
      return done;
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void spoil(Counter mine) {
    broken = true;
    mine.cancelled = true;
    wound.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      spoil(counter);
      counter = new Counter(parties);
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
      return broken ? 0 : Math.min(parties - counter.missing, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  /** It serves for all trips, until it is broken or reset. */
  private static final class Counter {

    int missing;
    boolean cancelled;

    Counter(int missing) {
      this.missing = missing;
    }
  }
}
