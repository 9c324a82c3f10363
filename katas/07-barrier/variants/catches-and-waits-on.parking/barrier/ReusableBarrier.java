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
 * Who waits is parked. The author found that an interrupted thread cannot be parked any more, and
 * thought that the status has to be wiped away, so that the thread can sleep until its round is
 * decided.
 */
public final class ReusableBarrier {

  private final AtomicReference<Phase> phase;
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
    this.phase = new AtomicReference<>(new Phase(parties));
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    int state = phase.get().state.get();
    return state < 0 ? 0 : Math.min(parties - state, parties - 1);
  }

  public boolean isBroken() {
    return phase.get().is(Phase.BROKEN);
  }

  public void reset() {
    phase.getAndSet(new Phase(parties)).decide(Phase.BROKEN);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return meet(new Patience());
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return meet(new Patience(unit.toNanos(timeout)));
  }

  private int meet(Patience patience)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (true) {
      Phase mine = phase.get();
      int missing = mine.arrive();
      if (missing > 0) {
        stay(mine, patience);
        return missing;
      }
      if (missing == 0) {
        lead(mine);
        return 0;
      }
      if (mine.is(Phase.BROKEN) && phase.get() == mine) {
        throw new BrokenBarrierException();
      }
      mine.sleep(patience); // It is full, so this is too late for it.
      beginAfter(mine);
    }
  }

  private void stay(Phase mine, Patience patience) throws BrokenBarrierException, TimeoutException {
    try {
      mine.sleep(patience);
    } catch (TimeoutException late) {
      if (mine.decide(Phase.BROKEN)) {
        throw late;
      }
    }
    mine.check();
  }

  private void lead(Phase mine) throws BrokenBarrierException {
    int fate = Phase.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      fate = Phase.DONE;
    } finally {
      mine.decide(fate);
    }
    mine.check();
    beginAfter(mine);
  }

  /** Several may try this; one of them succeeds. */
  private void beginAfter(Phase old) {
    if (old.is(Phase.DONE)) {
      phase.compareAndSet(old, new Phase(parties));
    }
  }

  /** How long a call may sleep. */
  private static final class Patience {

    private final boolean endless;
    private final long deadline;

    Patience() {
      endless = true;
      deadline = 0;
    }

    Patience(long nanos) {
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
  private static final class Phase {

    static final int DONE = -1;
    static final int BROKEN = -2;

    final AtomicInteger state;
    private final Queue<Thread> sleepers = new ConcurrentLinkedQueue<>();

    Phase(int parties) {
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

    void sleep(Patience patience) throws TimeoutException {
      Thread me = Thread.currentThread();
      sleepers.add(me);
      try {
        while (state.get() >= 0) {
          patience.park(this);
          Thread.interrupted(); // BUG: swallowed-interrupt
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
