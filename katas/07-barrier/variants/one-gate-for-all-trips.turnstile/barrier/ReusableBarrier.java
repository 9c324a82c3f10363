package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock, and a gate that everybody goes through. The last to arrive opens it, and the last to
 * go through closes it behind itself. The author thought that so it is closed again before anybody
 * can come for the next trip.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Turnstile turnstile; // guarded by lock
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
    this.turnstile = new Turnstile(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return arrive(false, 0);
    } catch (TimeoutException never) {
      throw new IllegalStateException(never);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return arrive(true, unit.toNanos(timeout));
  }

  private int arrive(boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Turnstile mine;
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!broken && turnstile.missing == 0) {
        left = rest(timed, left);
      }
      if (broken) {
        throw new BrokenBarrierException();
      }
      mine = turnstile;
      mine.missing--;
      int index = mine.missing;
      if (index > 0) {
        stay(mine, timed, left);
        return index;
      }
    } finally {
      lock.unlock();
    }
    openGate(mine);
    return 0;
  }

  /** Called with the lock held. */
  private void stay(Turnstile mine, boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    while (!mine.open && !mine.cancelled) { // BUG: lost-wakeup
      try {
        left = rest(timed, left);
      } catch (InterruptedException interrupt) {
        if (!mine.open && !mine.cancelled) {
          spoil(mine);
          throw interrupt;
        }
        Thread.currentThread().interrupt();
      } catch (TimeoutException late) {
        spoil(mine);
        throw late;
      }
    }
    if (!mine.open) {
      throw new BrokenBarrierException();
    }
    mine.inside--;
    mine.open = mine.inside > 0;
  }

  /** Called with the lock held. Returns what is left of the time. */
  private long rest(boolean timed, long left) throws InterruptedException, TimeoutException {
    if (!timed) {
      moved.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return moved.awaitNanos(left);
  }

  /** Called without the lock. */
  private void openGate(Turnstile mine) throws BrokenBarrierException {
    boolean complete = false;
    try {
      if (action != null) {
        action.run();
      }
      complete = true;
    } finally {
      complete = finish(mine, complete);
    }
    if (!complete) {
      throw new BrokenBarrierException();
    }
  }

  /** Whether the trip is complete. */
  private boolean finish(Turnstile mine, boolean complete) {
    lock.lock();
    try {
      if (mine.cancelled) {
        return false;
      }
      if (complete) {
        mine.missing = parties;
        mine.inside = parties - 1;
        mine.open = mine.inside > 0;
        moved.signalAll();
      } else {
        spoil(mine);
      }
      return complete;
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void spoil(Turnstile mine) {
    broken = true;
    mine.cancelled = true;
    moved.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      spoil(turnstile);
      turnstile = new Turnstile(parties);
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
      return broken ? 0 : Math.min(parties - turnstile.missing, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  /** It serves for all trips, until it is broken or reset. */
  private static final class Turnstile {

    int missing;
    int inside;
    boolean open;
    boolean cancelled;

    Turnstile(int missing) {
      this.missing = missing;
    }
  }
}
