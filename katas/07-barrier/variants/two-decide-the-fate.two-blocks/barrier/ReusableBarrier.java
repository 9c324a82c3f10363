package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A private monitor, and an object for each trip. The last one looks whether its trip is still
 * open before it completes it. The author thought that it is enough if each of these two steps
 * holds the monitor.
 */
public final class ReusableBarrier {

  private final Object mutex = new Object();
  private final Runnable action;
  private final int parties;
  private Ride ride; // guarded by mutex

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties = " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.ride = new Ride(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return join(mutex::wait);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long start = System.nanoTime();
    return join(() -> napFor(start, limit));
  }

  public void reset() {
    synchronized (mutex) {
      ride.end(Boolean.FALSE);
      ride = new Ride(parties);
    }
  }

  public boolean isBroken() {
    synchronized (mutex) {
      return ride.complete == Boolean.FALSE;
    }
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    synchronized (mutex) {
      return ride.isOpen() ? Math.min(parties - 1, parties - ride.missing) : 0;
    }
  }

  private int join(Nap nap) throws InterruptedException, BrokenBarrierException, TimeoutException {
    Ride mine;
    synchronized (mutex) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (ride.isOpen() && ride.missing == 0) {
        nap.take();
      }
      ride.check();
      mine = ride;
      int place = --mine.missing;
      if (place > 0) {
        awaitEnd(mine, nap);
        return place;
      }
    }
    runLast(mine);
    return 0;
  }

  private void awaitEnd(Ride mine, Nap nap)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      while (mine.isOpen()) {
        nap.take();
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
    mine.check();
  }

  private void napFor(long start, long limit) throws InterruptedException, TimeoutException {
    long left = limit - (System.nanoTime() - start);
    if (left <= 0) {
      throw new TimeoutException();
    }
    TimeUnit.NANOSECONDS.timedWait(mutex, left);
  }

  private void runLast(Ride mine) throws BrokenBarrierException {
    boolean succeeded = false;
    try {
      if (action != null) {
        action.run();
      }
      succeeded = true;
    } finally {
      if (isOpen(mine)) {
        decide(mine, succeeded); // BUG: check-then-act
      }
    }
    synchronized (mutex) {
      mine.check();
    }
  }

  private boolean isOpen(Ride mine) {
    synchronized (mutex) {
      return mine.complete == null;
    }
  }

  private void decide(Ride mine, boolean succeeded) {
    synchronized (mutex) {
      mine.complete = succeeded;
      if (succeeded) {
        ride = new Ride(parties);
      }
      mutex.notifyAll();
    }
  }

  /** One way to sleep in the monitor of the mutex. */
  private interface Nap {
    void take() throws InterruptedException, TimeoutException;
  }

  /** What is in it is guarded by mutex. */
  private final class Ride {

    int missing;
    Boolean complete; // null as long as it is open

    Ride(int parties) {
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
      mutex.notifyAll();
      return true;
    }

    void check() throws BrokenBarrierException {
      if (complete == Boolean.FALSE) {
        throw new BrokenBarrierException();
      }
    }
  }
}
