package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A private monitor for those who sleep, and a volatile count. The author thought that a volatile
 * number can be counted down by several threads, as each sees what the others have written.
 */
public final class ReusableBarrier {

  private final Object door = new Object();
  private final Runnable action;
  private final int parties;
  private Turn turn; // guarded by door

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties = " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.turn = new Turn(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return join(door::wait);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long start = System.nanoTime();
    return join(() -> restFor(start, limit));
  }

  public void reset() {
    synchronized (door) {
      turn.end(Boolean.FALSE);
      turn = new Turn(parties);
    }
  }

  public boolean isBroken() {
    synchronized (door) {
      return turn.complete == Boolean.FALSE;
    }
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    synchronized (door) {
      return turn.isOpen() ? Math.min(parties - 1, parties - turn.missing) : 0;
    }
  }

  private int join(Rest rest)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Turn mine;
    synchronized (door) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (turn.isOpen() && turn.missing == 0) {
        rest.take();
      }
      turn.throwIfBroken();
      mine = turn;
    }
    int place = --mine.missing; // BUG: lost-update
    if (place > 0) {
      synchronized (door) {
        awaitEnd(mine, rest);
      }
      return place;
    }
    runAction(mine);
    return 0;
  }

  private void awaitEnd(Turn mine, Rest rest)
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

  private void restFor(long start, long limit) throws InterruptedException, TimeoutException {
    long left = limit - (System.nanoTime() - start);
    if (left <= 0) {
      throw new TimeoutException();
    }
    TimeUnit.NANOSECONDS.timedWait(door, left);
  }

  private void runAction(Turn mine) throws BrokenBarrierException {
    boolean succeeded = false;
    try {
      if (action != null) {
        action.run();
      }
      succeeded = true;
    } finally {
      synchronized (door) {
        if (mine.end(succeeded) && succeeded) {
          turn = new Turn(parties);
        }
      }
    }
    mine.throwIfBroken();
  }

  /** One way to sleep in the monitor of the door. */
  private interface Rest {
    void take() throws InterruptedException, TimeoutException;
  }

  private final class Turn {

    volatile int missing;
    Boolean complete; // guarded by door; null as long as it is open

    Turn(int parties) {
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
      door.notifyAll();
      return true;
    }

    void throwIfBroken() throws BrokenBarrierException {
      if (complete == Boolean.FALSE) {
        throw new BrokenBarrierException();
      }
    }
  }
}
