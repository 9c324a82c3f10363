package barrier;

import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Each round is one atomic number in an atomic reference. The author thought that a new round in
 * the reference takes the place of the old one for everybody, also for those who sleep.
 */
public final class ReusableBarrier {

  private final AtomicReference<Trip> current;
  private final int parties;
  private final Runnable action;

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("not enough parties: " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.current = new AtomicReference<>(new Trip(parties));
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    int state = current.get().state.get();
    return state < 0 ? 0 : Math.min(parties - state, parties - 1);
  }

  public boolean isBroken() {
    return current.get().is(Trip.BROKEN);
  }

  public void reset() {
    current.set(new Trip(parties)); // BUG: lost-wakeup
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return meet(new Time());
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return meet(new Time(unit.toNanos(timeout)));
  }

  private int meet(Time time)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    throwIfInterrupted();
    while (true) {
      Trip mine = current.get();
      int missing = mine.arrive();
      if (missing > 0) {
        waitIn(mine, time);
        return missing;
      }
      if (missing == 0) {
        complete(mine);
        return 0;
      }
      if (mine.is(Trip.BROKEN) && current.get() == mine) {
        throw new BrokenBarrierException();
      }
      mine.sleep(time); // It is full, so this is too late for it.
      beginAfter(mine);
    }
  }

  private void waitIn(Trip mine, Time time)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      mine.sleep(time);
    } catch (InterruptedException interrupt) {
      if (mine.decide(Trip.BROKEN)) {
        throw interrupt;
      }
      Thread.currentThread().interrupt();
    } catch (TimeoutException late) {
      if (mine.decide(Trip.BROKEN)) {
        throw late;
      }
    }
    mine.check();
  }

  private void complete(Trip mine) throws BrokenBarrierException {
    int fate = Trip.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      fate = Trip.DONE;
    } finally {
      mine.decide(fate);
    }
    mine.check();
    beginAfter(mine);
  }

  /** Several may try this; one of them succeeds. */
  private void beginAfter(Trip old) {
    if (old.is(Trip.DONE)) {
      current.compareAndSet(old, new Trip(parties));
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** How long a call may sleep. */
  private static final class Time {

    private final boolean endless;
    private final long deadline;

    Time() {
      endless = true;
      deadline = 0;
    }

    Time(long nanos) {
      endless = false;
      deadline = System.nanoTime() + Math.max(0, nanos);
    }

    void park(Object blocker) throws TimeoutException {
      if (endless) {
        LockSupport.park(blocker);
        return;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException();
      }
      LockSupport.parkNanos(blocker, left);
    }
  }

  /** The state is how many are missing, until it is decided. */
  private static final class Trip {

    static final int DONE = -1;
    static final int BROKEN = -2;

    final AtomicInteger state;
    private final Queue<Thread> sleepers = new ConcurrentLinkedQueue<>();

    Trip(int parties) {
      state = new AtomicInteger(parties);
    }

    boolean is(int fate) {
      return state.get() == fate;
    }

    /** How many are missing then; negative if nobody can arrive any more. */
    int arrive() {
      return state.getAndUpdate(s -> s > 0 ? s - 1 : s) - 1;
    }

    /** False if it was decided before. */
    boolean decide(int fate) {
      boolean mine = state.getAndUpdate(s -> s < 0 ? s : fate) >= 0;
      if (mine) {
        sleepers.forEach(LockSupport::unpark);
      }
      return mine;
    }

    void sleep(Time time) throws InterruptedException, TimeoutException {
      Thread me = Thread.currentThread();
      sleepers.add(me);
      try {
        while (state.get() >= 0) {
          time.park(this);
          throwIfInterrupted();
        }
      } finally {
        sleepers.remove(me);
      }
    }

    void check() throws BrokenBarrierException {
      if (is(BROKEN)) {
        throw new BrokenBarrierException();
      }
    }
  }
}
