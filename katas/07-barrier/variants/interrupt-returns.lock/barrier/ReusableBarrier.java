package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock and one condition. The author thought that an interrupted thread should get out of its
 * wait as soon as it can, with its status set, and let its caller look at that.
 */
public final class ReusableBarrier {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wakeUp = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Batch batch; // guarded by lock
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
    this.batch = new Batch(parties);
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
    Batch mine;
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!broken && batch.missing == 0) {
        left = rest(timed, left);
      }
      if (broken) {
        throw new BrokenBarrierException();
      }
      mine = batch;
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
  private void stay(Batch mine, boolean timed, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    while (mine.isOpen()) {
      try {
        left = rest(timed, left);
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        break; // BUG: interrupt-as-success
      } catch (TimeoutException late) {
        fail(mine);
        throw late;
      }
    }
    if (mine.failed) {
      throw new BrokenBarrierException();
    }
  }

  /** Called with the lock held. Returns what is left of the time. */
  private long rest(boolean timed, long left) throws InterruptedException, TimeoutException {
    if (!timed) {
      wakeUp.await();
      return left;
    }
    if (left <= 0) {
      throw new TimeoutException();
    }
    return wakeUp.awaitNanos(left);
  }

  /** Called without the lock. */
  private void lead(Batch mine) throws BrokenBarrierException {
    boolean good = false;
    try {
      if (action != null) {
        action.run();
      }
      good = true;
    } finally {
      finish(mine, good);
    }
    if (mine.failed) {
      throw new BrokenBarrierException();
    }
  }

  private void finish(Batch mine, boolean good) {
    lock.lock();
    try {
      if (mine.isOpen() && good) {
        mine.complete = true;
        batch = new Batch(parties);
        wakeUp.signalAll();
      } else if (mine.isOpen()) {
        fail(mine);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void fail(Batch mine) {
    broken = true;
    mine.failed = true;
    wakeUp.signalAll();
  }

  public void reset() {
    lock.lock();
    try {
      fail(batch);
      batch = new Batch(parties);
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
      return broken ? 0 : Math.min(parties - batch.missing, parties - 1);
    } finally {
      lock.unlock();
    }
  }

  private static final class Batch {

    int missing;
    boolean complete;
    boolean failed;

    Batch(int missing) {
      this.missing = missing;
    }

    boolean isOpen() {
      return !complete && !failed;
    }
  }
}
