package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A private monitor, and an object for each trip. The author thought that the test behind the wait
 * is the same as the one in front of it, and that both ask the barrier's trip whether it has been
 * broken.
 */
public final class ReusableBarrier {

  private final Object guard = new Object();
  private final Runnable action;
  private final int parties;
  private Trip trip; // guarded by guard

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties = " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.trip = new Trip(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return join(guard::wait);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long start = System.nanoTime();
    return join(() -> sleepAtMost(start, limit));
  }

  public void reset() {
    synchronized (guard) {
      trip.end(Boolean.FALSE);
      trip = new Trip(parties);
    }
  }

  public boolean isBroken() {
    synchronized (guard) {
      return trip.complete == Boolean.FALSE;
    }
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    synchronized (guard) {
      return trip.isOpen() ? Math.min(parties - 1, parties - trip.missing) : 0;
    }
  }

  private int join(Pause pause)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Trip mine;
    synchronized (guard) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (trip.isOpen() && trip.missing == 0) {
        pause.take();
      }
      trip.throwIfBroken();
      mine = trip;
      int place = --mine.missing;
      if (place > 0) {
        awaitEnd(mine, pause);
        return place;
      }
    }
    runAction(mine);
    return 0;
  }

  private void awaitEnd(Trip mine, Pause pause)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      while (mine.isOpen()) {
        pause.take();
      }
    } catch (InterruptedException interrupted) {
      if (mine.end(Boolean.FALSE)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    } catch (TimeoutException timeout) {
      mine.end(Boolean.FALSE);
      throw timeout;
    }
    trip.throwIfBroken(); // BUG: check-then-act
  }

  private void sleepAtMost(long start, long limit) throws InterruptedException, TimeoutException {
    long left = limit - (System.nanoTime() - start);
    if (left <= 0) {
      throw new TimeoutException();
    }
    TimeUnit.NANOSECONDS.timedWait(guard, left);
  }

  private void runAction(Trip mine) throws BrokenBarrierException {
    boolean succeeded = false;
    try {
      if (action != null) {
        action.run();
      }
      succeeded = true;
    } finally {
      synchronized (guard) {
        if (mine.end(succeeded) && succeeded) {
          trip = new Trip(parties);
        }
      }
    }
    mine.throwIfBroken();
  }

  /** One way to sleep in the monitor of the guard. */
  private interface Pause {
    void take() throws InterruptedException, TimeoutException;
  }

  /** What is in it is guarded by guard. */
  private final class Trip {

    int missing;
    Boolean complete; // null as long as it is open

    Trip(int parties) {
      this.missing = parties;
    }

    boolean isOpen() {
      return complete == null;
    }

    /** False if it has ended before. */
    boolean end(Boolean outcome) {
      if (complete != null) {
        return false;
      }
      complete = outcome;
      guard.notifyAll();
      return true;
    }

    void throwIfBroken() throws BrokenBarrierException {
      if (complete == Boolean.FALSE) {
        throw new BrokenBarrierException();
      }
    }
  }
}
