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
 * Each round is one atomic number, and whoever sleeps is parked. The author thought that the
 * others may be let go as soon as the last one is there, and that the action is then a matter of
 * the last one only.
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
      return arriveAndWait(new Limit());
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return arriveAndWait(new Limit(unit.toNanos(timeout)));
  }

  private int arriveAndWait(Limit limit)
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
        completeRound(mine);
        return 0;
      }
      if (mine.is(Round.BROKEN) && round.get() == mine) {
        throw new BrokenBarrierException();
      }
      mine.sleep(limit); // It is full, so this is too late for it.
      beginAfter(mine);
    }
  }

  private void stay(Round mine, Limit limit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      mine.sleep(limit);
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

  private void completeRound(Round mine) throws BrokenBarrierException {
    mine.decide(Round.DONE); // BUG: unsafe-publication
    mine.check();
    beginAfter(mine);
    boolean failed = true;
    try {
      if (action != null) {
        action.run();
      }
      failed = false;
    } finally {
      if (failed) {
        round.get().decide(Round.BROKEN);
      }
    }
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

  /** How long a call may sleep. */
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
  private static final class Round {

    static final int DONE = -1;
    static final int BROKEN = -2;

    final AtomicInteger state;
    private final Queue<Thread> parked = new ConcurrentLinkedQueue<>();

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
      boolean mine = state.getAndUpdate(s -> s < 0 ? s : fate) >= 0;
      if (mine) {
        parked.forEach(LockSupport::unpark);
      }
      return mine;
    }

    void sleep(Limit limit) throws InterruptedException, TimeoutException {
      Thread me = Thread.currentThread();
      parked.add(me);
      try {
        while (state.get() >= 0) {
          limit.park(this);
          throwIfInterrupted();
        }
      } finally {
        parked.remove(me);
      }
    }

    void check() throws BrokenBarrierException {
      if (is(BROKEN)) {
        throw new BrokenBarrierException();
      }
    }
  }
}
