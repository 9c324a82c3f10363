package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock and one condition. The author put the check for a broken barrier in front, where checks
 * belong, and thought that only what changes something has to stand between try and finally.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition calls = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Flight flight; // guarded by lock
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
    this.flight = new Flight(parties);
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
    Flight mine;
    long left = nanos;
    lock.lockInterruptibly();
    if (broken) {
      throw new BrokenBarrierException(); // BUG: lock-not-released
    }
    try {
      while (!broken && flight.missing == 0) {
        left = rest(timed, left);
      }
      throwIfBroken();
      mine = flight;
      mine.missing--;
      int index = mine.missing;
      if (index > 0) {
        board(mine, timed, left);
        return index;
      }
    } finally {
      lock.unlock();
    }
    depart(mine);
    return 0;
  }

  /** Called with the lock held. */
  private void throwIfBroken() throws BrokenBarrierException {
    if (broken) {
      throw new BrokenBarrierException();
    }
  }

  /** Called with the lock held. */
  private void board(Flight mine, boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    while (mine.isOpen()) {
      try {
        left = rest(timed, left);
      } catch (InterruptedException interrupt) {
        if (mine.isOpen()) {
          spoil(mine);
          throw interrupt;
        }
        Thread.currentThread().interrupt();
      } catch (TimeoutException late) {
        spoil(mine);
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
      calls.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return calls.awaitNanos(left);
  }

  /** Called without the lock. */
  private void depart(Flight mine) throws BrokenBarrierException {
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

  private void finish(Flight mine, boolean good) {
    lock.lock();
    try {
      if (mine.isOpen() && good) {
        mine.complete = true;
        flight = new Flight(parties);
        calls.signalAll();
      } else if (mine.isOpen()) {
        spoil(mine);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void spoil(Flight mine) {
    broken = true;
    mine.cancelled = true;
    calls.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      spoil(flight);
      flight = new Flight(parties);
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
      return broken ? 0 : Math.min(parties - flight.missing, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  private static final class Flight {

    int missing;
    boolean complete;
    boolean cancelled;

    Flight(int missing) {
      this.missing = missing;
    }

    boolean isOpen() {
      return !complete && !cancelled;
    }
  }
}
