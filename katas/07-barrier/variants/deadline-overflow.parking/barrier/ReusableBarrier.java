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
 * Each round is one atomic number, and whoever sleeps is parked, until its deadline at most. The
 * author thought that the time is over as soon as the clock shows more than the deadline.
 */
public final class ReusableBarrier {

  private final AtomicReference<Era> era;
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
    this.era = new AtomicReference<>(new Era(parties));
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    int state = era.get().state.get();
    return state < 0 ? 0 : Math.min(parties - state, parties - 1);
  }

  public boolean isBroken() {
    return era.get().is(Era.BROKEN);
  }

  public void reset() {
    era.getAndSet(new Era(parties)).decide(Era.BROKEN);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return meet(new Timer());
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return meet(new Timer(unit.toNanos(timeout)));
  }

  private int meet(Timer timer)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    throwIfInterrupted();
    while (true) {
      Era mine = era.get();
      int missing = mine.arrive();
      if (missing > 0) {
        stay(mine, timer);
        return missing;
      }
      if (missing == 0) {
        conclude(mine);
        return 0;
      }
      if (mine.is(Era.BROKEN) && era.get() == mine) {
        throw new BrokenBarrierException();
      }
      mine.sleep(timer); // It is full, so this is too late for it.
      beginAfter(mine);
    }
  }

  private void stay(Era mine, Timer timer)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      mine.sleep(timer);
    } catch (InterruptedException interrupt) {
      if (mine.decide(Era.BROKEN)) {
        throw interrupt;
      }
      Thread.currentThread().interrupt();
    } catch (TimeoutException late) {
      if (mine.decide(Era.BROKEN)) {
        throw late;
      }
    }
    mine.check();
  }

  private void conclude(Era mine) throws BrokenBarrierException {
    int fate = Era.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      fate = Era.DONE;
    } finally {
      mine.decide(fate);
    }
    mine.check();
    beginAfter(mine);
  }

  /** Several may try this; one of them succeeds. */
  private void beginAfter(Era old) {
    if (old.is(Era.DONE)) {
      era.compareAndSet(old, new Era(parties));
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** How long a call may sleep. */
  private static final class Timer {

    private final boolean endless;
    private final long end;

    Timer() {
      endless = true;
      end = 0;
    }

    Timer(long nanos) {
      endless = false;
      end = System.nanoTime() + Math.max(0, nanos);
    }

    void park(Object blocker) throws TimeoutException {
      if (endless) {
        LockSupport.park(blocker);
        return;
      }
      long now = System.nanoTime();
      if (now >= end) { // BUG: wrong-timeout
        throw new TimeoutException();
      }
      LockSupport.parkNanos(blocker, end - now);
    }
  }

  /** The state is how many are missing, until it is decided. */
  private static final class Era {

    static final int DONE = -1;
    static final int BROKEN = -2;

    final AtomicInteger state;
    private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();

    Era(int parties) {
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
        waiters.forEach(LockSupport::unpark);
      }
      return mine;
    }

    void sleep(Timer timer) throws InterruptedException, TimeoutException {
      Thread me = Thread.currentThread();
      waiters.add(me);
      try {
        while (state.get() >= 0) {
          timer.park(this);
          throwIfInterrupted();
        }
      } finally {
        waiters.remove(me);
      }
    }

    void check() throws BrokenBarrierException {
      if (is(BROKEN)) {
        throw new BrokenBarrierException();
      }
    }
  }
}
