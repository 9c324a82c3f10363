package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * M06, readers need no lock. Its author believed: "To look whether it is broken changes nothing, so
 * it needs no monitor." But nothing orders this read after the write of the trip.
 */
public final class ReusableBarrier {

  private final int parties;
  private final Runnable action;
  private Trip current = new Trip(); // guarded by this, and so is what is in it

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties: " + parties);
    }
    this.parties = parties;
    this.action = action;
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return await(false, 0);
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    // The sum may overflow; the difference that is taken later is right all the same.
    return await(true, System.nanoTime() + Math.max(0, unit.toNanos(timeout)));
  }

  public synchronized void reset() {
    if (current.fate == Fate.OPEN) {
      decide(current, Fate.BROKEN);
    }
    current = new Trip();
  }

  public boolean isBroken() {
    return current.fate == Fate.BROKEN; // BUG: unsafe-publication
  }

  public int getParties() {
    return parties;
  }

  public synchronized int getNumberWaiting() {
    // Who runs the action has arrived and does not wait.
    return current.fate == Fate.OPEN ? Math.min(current.arrived, parties - 1) : 0;
  }

  private int await(boolean limited, long deadline)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Trip mine;
    synchronized (this) {
      throwIfInterrupted();
      while (current.fate == Fate.OPEN && current.arrived == parties) {
        sleep(limited, deadline); // The action of the last trip still runs.
      }
      throwIfBroken(current);
      mine = current;
      mine.arrived++;
      int missing = parties - mine.arrived;
      if (missing > 0) {
        waitForFate(mine, limited, deadline);
        return missing;
      }
    }
    runAction(mine);
    return 0;
  }

  /** Called with the monitor held. */
  private void waitForFate(Trip mine, boolean limited, long deadline)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      while (mine.fate == Fate.OPEN) {
        sleep(limited, deadline);
      }
    } catch (InterruptedException | TimeoutException givesUp) {
      if (mine.fate == Fate.OPEN) {
        decide(mine, Fate.BROKEN);
        throw givesUp;
      }
      Thread.currentThread().interrupt(); // Only an interrupt can come too late.
    }
    throwIfBroken(mine);
  }

  /** Called with the monitor held. */
  private void sleep(boolean limited, long deadline) throws InterruptedException, TimeoutException {
    if (!limited) {
      wait();
      return;
    }
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new TimeoutException();
    }
    TimeUnit.NANOSECONDS.timedWait(this, left);
  }

  /** Called without the monitor: the action may take long, and may look at the barrier. */
  private void runAction(Trip mine) throws BrokenBarrierException {
    Fate fate = Fate.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      fate = Fate.TRIPPED;
    } finally {
      end(mine, fate);
    }
    throwIfBroken(mine); // Nobody changes a fate that is decided.
  }

  private synchronized void end(Trip mine, Fate fate) {
    if (mine.fate == Fate.OPEN) {
      decide(mine, fate);
      if (fate == Fate.TRIPPED) {
        current = new Trip();
      }
    }
  }

  /** Called with the monitor held. */
  private void decide(Trip trip, Fate fate) {
    trip.fate = fate;
    notifyAll();
  }

  private static void throwIfBroken(Trip trip) throws BrokenBarrierException {
    if (trip.fate == Fate.BROKEN) {
      throw new BrokenBarrierException();
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private enum Fate {
    OPEN,
    TRIPPED,
    BROKEN
  }

  private static final class Trip {
    int arrived;
    Fate fate = Fate.OPEN;
  }
}
