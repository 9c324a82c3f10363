package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock, and a condition for each trip: who waits for this trip is woken for this trip only. Who
 * comes while the action runs waits at a door, which is a condition of its own.
 */
public final class ReusableBarrier {

  private final Lock lock = new ReentrantLock();
  private final Condition door = lock.newCondition();
  private final int parties;
  private final Runnable action;
  private Trip current; // guarded by lock, and so is what is in it

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties: " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.current = new Trip(parties, lock.newCondition());
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    Trip mine;
    lock.lockInterruptibly();
    try {
      while (current.isFull()) {
        door.await();
      }
      mine = enter();
      int missing = mine.missing;
      if (missing > 0) {
        waitForEnd(mine);
        return missing;
      }
    } finally {
      lock.unlock();
    }
    runAction(mine);
    return 0;
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = unit.toNanos(timeout);
    Trip mine;
    lock.lockInterruptibly();
    try {
      while (current.isFull()) {
        throwIfOver(left);
        left = door.awaitNanos(left);
      }
      mine = enter();
      int missing = mine.missing;
      if (missing > 0) {
        waitForEnd(mine, left);
        return missing;
      }
    } finally {
      lock.unlock();
    }
    runAction(mine);
    return 0;
  }

  public void reset() {
    lock.lock();
    try {
      breakUp(current);
      begin();
    } finally {
      lock.unlock();
    }
  }

  public boolean isBroken() {
    lock.lock();
    try {
      return current.broken;
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
      return current.broken ? 0 : parties - Math.max(1, current.missing);
    } finally {
      lock.unlock();
    }
  }

  // What follows is called with the lock held, but for runAction.

  private Trip enter() throws BrokenBarrierException {
    throwIfBroken(current);
    current.missing--;
    return current;
  }

  private void waitForEnd(Trip mine) throws InterruptedException, BrokenBarrierException {
    try {
      while (mine.isOpen()) {
        mine.ended.await();
      }
    } catch (InterruptedException interrupt) {
      giveUp(mine, interrupt);
    }
    throwIfBroken(mine);
  }

  private void waitForEnd(Trip mine, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = nanos;
    try {
      while (mine.isOpen() && left > 0) {
        left = mine.ended.awaitNanos(left);
      }
    } catch (InterruptedException interrupt) {
      giveUp(mine, interrupt);
    }
    if (mine.isOpen()) {
      breakUp(mine);
      throw new TimeoutException();
    }
    throwIfBroken(mine);
  }

  private void giveUp(Trip mine, InterruptedException interrupt) throws InterruptedException {
    if (mine.isOpen()) {
      breakUp(mine);
      throw interrupt;
    }
    Thread.currentThread().interrupt(); // It has come too late for this wait.
  }

  /** Called without the lock: the action may take long, and may look at the barrier. */
  private void runAction(Trip mine) throws BrokenBarrierException {
    boolean done = false;
    try {
      if (action != null) {
        action.run();
      }
      done = true;
    } finally {
      end(mine, done);
    }
    throwIfBroken(mine);
  }

  private void end(Trip mine, boolean done) {
    lock.lock();
    try {
      if (!done) {
        breakUp(mine);
      } else if (mine.isOpen()) {
        mine.tripped = true;
        mine.ended.signalAll();
        begin();
      }
    } finally {
      lock.unlock();
    }
  }

  private void breakUp(Trip trip) {
    if (trip.isOpen()) {
      trip.broken = true;
      trip.ended.signalAll();
      door.signalAll();
    }
  }

  private void begin() {
    current = new Trip(parties, lock.newCondition());
    door.signalAll();
  }

  private static void throwIfBroken(Trip trip) throws BrokenBarrierException {
    if (trip.broken) {
      throw new BrokenBarrierException();
    }
  }

  private static void throwIfOver(long left) throws TimeoutException {
    if (left <= 0) {
      throw new TimeoutException();
    }
  }

  private static final class Trip {
    final Condition ended;
    int missing;
    boolean tripped;
    boolean broken;

    Trip(int parties, Condition ended) {
      this.missing = parties;
      this.ended = ended;
    }

    boolean isOpen() {
      return !tripped && !broken;
    }

    /** All are there, and the action runs. */
    boolean isFull() {
      return missing == 0 && isOpen();
    }
  }
}
