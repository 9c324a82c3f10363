package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Each round is one atomic number, and whoever waits looks at it. The author thought that a thread
 * which yields leaves the processor to the others, and that nothing more is needed to be polite.
 */
public final class ReusableBarrier {

  private final AtomicReference<Round> round;
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
    this.round = new AtomicReference<>(new Round(parties));
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    int state = round.get().state.get();
    return state < 0 ? 0 : Math.min(parties - state, parties - 1);
  }

  public boolean isBroken() {
    return round.get().is(Round.BROKEN);
  }

  public void reset() {
    round.getAndSet(new Round(parties)).decide(Round.BROKEN);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return meet(new Limit());
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return meet(new Limit(unit.toNanos(timeout)));
  }

  private int meet(Limit limit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    throwIfInterrupted();
    while (true) {
      Round mine = round.get();
      int missing = mine.arrive();
      if (missing > 0) {
        stay(mine, limit);
        return missing;
      }
      if (missing == 0) {
        conclude(mine);
        return 0;
      }
      if (mine.is(Round.BROKEN) && round.get() == mine) {
        throw new BrokenBarrierException();
      }
      mine.linger(limit); // It is full, so this is too late for it.
      beginAfter(mine);
    }
  }

  private void stay(Round mine, Limit limit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      mine.linger(limit);
    } catch (InterruptedException interrupt) {
      if (mine.decide(Round.BROKEN)) {
        throw interrupt;
      }
      Thread.currentThread().interrupt();
    } catch (TimeoutException late) {
      if (mine.decide(Round.BROKEN)) {
        throw late;
      }
    }
    mine.check();
  }

  private void conclude(Round mine) throws BrokenBarrierException {
    int fate = Round.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      fate = Round.DONE;
    } finally {
      mine.decide(fate);
    }
    mine.check();
    beginAfter(mine);
  }

  /** Several may try this; one of them succeeds. */
  private void beginAfter(Round old) {
    if (old.is(Round.DONE)) {
      round.compareAndSet(old, new Round(parties));
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** How long a call may take. */
  private static final class Limit {

    private final boolean endless;
    private final long deadline;

    Limit() {
      endless = true;
      deadline = 0;
    }

    Limit(long nanos) {
      endless = false;
      deadline = System.nanoTime() + Math.max(0, nanos);
    }

    void check() throws TimeoutException {
      if (!endless && deadline - System.nanoTime() <= 0) {
        throw new TimeoutException();
      }
    }
  }

  /** The state is how many are missing, until it is decided. */
  private static final class Round {

    static final int DONE = -1;
    static final int BROKEN = -2;

    final AtomicInteger state;

    Round(int parties) {
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
      return state.getAndUpdate(s -> s < 0 ? s : fate) >= 0;
    }

    void linger(Limit limit) throws InterruptedException, TimeoutException {
      while (state.get() >= 0) {
        limit.check();
        Thread.yield(); // BUG: busy-wait
        throwIfInterrupted();
      }
    }

    void check() throws BrokenBarrierException {
      if (is(BROKEN)) {
        throw new BrokenBarrierException();
      }
    }
  }
}
