package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A private monitor, and a helper that sleeps for what is left of the time. The author thought
 * that a wait of less than a millisecond is no wait at all, and that the next look at the clock
 * then ends it.
 */
public final class ReusableBarrier {

  private final Object bank = new Object();
  private final Runnable action;
  private final int parties;
  private Crossing crossing; // guarded by bank

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties = " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.crossing = new Crossing(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return join(bank::wait);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long start = System.nanoTime();
    return join(() -> restUntil(start, limit));
  }

  public void reset() {
    synchronized (bank) {
      crossing.end(Boolean.FALSE);
      crossing = new Crossing(parties);
    }
  }

  public boolean isBroken() {
    synchronized (bank) {
      return crossing.complete == Boolean.FALSE;
    }
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    synchronized (bank) {
      return crossing.isOpen() ? Math.min(parties - 1, parties - crossing.missing) : 0;
    }
  }

  private int join(Break rest)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Crossing mine;
    synchronized (bank) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (crossing.isOpen() && crossing.missing == 0) {
        rest.take();
      }
      crossing.throwIfBroken();
      mine = crossing;
      int place = --mine.missing;
      if (place > 0) {
        waitForOthers(mine, rest);
        return place;
      }
    }
    runAction(mine);
    return 0;
  }

  private void waitForOthers(Crossing mine, Break rest)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      while (mine.isOpen()) {
        rest.take();
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

  private void restUntil(long start, long limit) throws InterruptedException, TimeoutException {
    long left = limit - (System.nanoTime() - start);
    if (left <= 0) {
      throw new TimeoutException();
    }
    bank.wait(left / 1_000_000); // BUG: wrong-timeout
  }

  private void runAction(Crossing mine) throws BrokenBarrierException {
    boolean succeeded = false;
    try {
      if (action != null) {
        action.run();
      }
      succeeded = true;
    } finally {
      synchronized (bank) {
        if (mine.end(succeeded) && succeeded) {
          crossing = new Crossing(parties);
        }
      }
    }
    mine.throwIfBroken();
  }

  /** One way to sleep in the monitor of the bank. */
  private interface Break {
    void take() throws InterruptedException, TimeoutException;
  }

  /** What is in it is guarded by bank. */
  private final class Crossing {

    int missing;
    Boolean complete; // null as long as it is open

    Crossing(int parties) {
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
      bank.notifyAll();
      return true;
    }

    void throwIfBroken() throws BrokenBarrierException {
      if (complete == Boolean.FALSE) {
        throw new BrokenBarrierException();
      }
    }
  }
}
