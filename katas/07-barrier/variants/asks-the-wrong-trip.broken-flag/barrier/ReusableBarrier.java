package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The barrier has a flag that says whether it is broken, and each round knows whether it has been
 * cancelled. The author thought that whoever gets up while the flag is set has been waiting for
 * nothing.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition over = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Generation generation; // guarded by lock
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
    this.generation = new Generation(parties);
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
    Generation mine;
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!broken && generation.missing == 0) {
        left = rest(timed, left);
      }
      if (broken) {
        throw new BrokenBarrierException();
      }
      mine = generation;
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
  private void stay(Generation mine, boolean timed, long nanos)
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
    if (broken || mine.cancelled) { // BUG: check-then-act
      throw new BrokenBarrierException();
    }
  }

  /** Called with the lock held. Returns what is left of the time. */
  private long rest(boolean timed, long left) throws InterruptedException, TimeoutException {
    if (!timed) {
      over.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return over.awaitNanos(left);
  }

  /** Called without the lock. */
  private void lead(Generation mine) throws BrokenBarrierException {
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

  private void finish(Generation mine, boolean good) {
    lock.lock();
    try {
      if (mine.isOpen() && good) {
        mine.complete = true;
        generation = new Generation(parties);
        over.signalAll();
      } else if (mine.isOpen()) {
        spoil(mine);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void spoil(Generation mine) {
    broken = true;
    mine.cancelled = true;
    over.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      spoil(generation);
      generation = new Generation(parties);
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
      return broken ? 0 : Math.min(parties - generation.missing, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  private static final class Generation {

    int missing;
    boolean complete;
    boolean cancelled;

    Generation(int missing) {
      this.missing = missing;
    }

    boolean isOpen() {
      return !complete && !cancelled;
    }
  }
}
