package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A private monitor, and an object for each trip. The author thought that a Runnable declares no
 * exceptions, so that the unchecked ones are all that can come out of it.
 */
public final class ReusableBarrier {

  private final Object key = new Object();
  private final Runnable action;
  private final int parties;
  private Round round; // guarded by key

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties = " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.round = new Round(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return enter(key::wait);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long start = System.nanoTime();
    return enter(() -> napUntil(start, limit));
  }

  public void reset() {
    synchronized (key) {
      round.end(Boolean.FALSE);
      round = new Round(parties);
    }
  }

  public boolean isBroken() {
    synchronized (key) {
      return round.complete == Boolean.FALSE;
    }
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    synchronized (key) {
      return round.isOpen() ? Math.min(parties - 1, parties - round.missing) : 0;
    }
  }

  private int enter(Nap nap) throws InterruptedException, BrokenBarrierException, TimeoutException {
    Round mine;
    synchronized (key) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (round.isOpen() && round.missing == 0) {
        nap.take();
      }
      round.throwIfBroken();
      mine = round;
      int place = --mine.missing;
      if (place > 0) {
        awaitEnd(mine, nap);
        return place;
      }
    }
    runAction(mine);
    return 0;
  }

  private void awaitEnd(Round mine, Nap nap)
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
    mine.throwIfBroken();
  }

  private void napUntil(long start, long limit) throws InterruptedException, TimeoutException {
    long left = limit - (System.nanoTime() - start);
    if (left <= 0) {
      throw new TimeoutException();
    }
    TimeUnit.NANOSECONDS.timedWait(key, left);
  }

  private void runAction(Round mine) throws BrokenBarrierException {
    try {
      if (action != null) {
        action.run();
      }
    } catch (RuntimeException failure) { // BUG: lost-exception
      synchronized (key) {
        mine.end(Boolean.FALSE);
      }
      throw failure;
    }
    synchronized (key) {
      if (mine.end(Boolean.TRUE)) {
        round = new Round(parties);
      }
    }
    mine.throwIfBroken();
  }

  /** One way to sleep in the monitor of the key. */
  private interface Nap {
    void take() throws InterruptedException, TimeoutException;
  }

  /** What is in it is guarded by key. */
  private final class Round {

    int missing;
    Boolean complete; // null as long as it is open

    Round(int parties) {
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
      key.notifyAll();
      return true;
    }

    void throwIfBroken() throws BrokenBarrierException {
      if (complete == Boolean.FALSE) {
        throw new BrokenBarrierException();
      }
    }
  }
}
