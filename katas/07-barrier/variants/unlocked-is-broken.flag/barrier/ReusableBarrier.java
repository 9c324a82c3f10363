package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock and one condition, and a flag that says whether the barrier is broken. The author
 * thought that to read a boolean is a single step which nobody can disturb, so that there is
 * nothing in it for a lock to protect.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Wave wave; // guarded by lock
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
    this.wave = new Wave(parties);
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
    Wave mine;
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!broken && wave.missing == 0) {
        left = rest(timed, left);
      }
      if (broken) {
        throw new BrokenBarrierException();
      }
      mine = wave;
      mine.missing--;
      int index = mine.missing;
      if (index > 0) {
        stay(mine, timed, left);
        return index;
      }
    } finally {
      lock.unlock();
    }
    finishWave(mine);
    return 0;
  }

  /** Called with the lock held. */
  private void stay(Wave mine, boolean timed, long nanos)
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
      woken.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return woken.awaitNanos(left);
  }

  /** Called without the lock. */
  private void finishWave(Wave mine) throws BrokenBarrierException {
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

  private void finish(Wave mine, boolean good) {
    lock.lock();
    try {
      if (mine.isOpen() && good) {
        mine.complete = true;
        wave = new Wave(parties);
        woken.signalAll();
      } else if (mine.isOpen()) {
        spoil(mine);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void spoil(Wave mine) {
    broken = true;
    mine.cancelled = true;
    woken.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      spoil(wave);
      wave = new Wave(parties);
      broken = false;
    } finally {
      lock.unlock();
    }
  }

  public boolean isBroken() {
    return broken; // BUG: unsafe-publication
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    lock.lock();
    try {
      return broken ? 0 : Math.min(parties - wave.missing, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  private static final class Wave {

    int missing;
    boolean complete;
    boolean cancelled;

    Wave(int missing) {
      this.missing = missing;
    }

    boolean isOpen() {
      return !complete && !cancelled;
    }
  }
}
