package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Without a lock: the stage that is open now is in an atomic reference. The author thought of it
 * as a global variable that all threads compete for, and wrote it as one.
 */
public final class ReusableBarrier {

  private static final AtomicReference<Step> step =
      new AtomicReference<>(new Step()); // BUG: shared-static-state
  private final int parties;
  private final Runnable action;

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("a barrier for " + parties);
    }
    this.parties = parties;
    this.action = action;
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (true) {
      Step mine = currentStep();
      int number = mine.count();
      if (number == parties) {
        finish(mine);
        return 0;
      }
      if (number < parties) {
        try {
          mine.gate.pass();
        } catch (InterruptedException interrupt) {
          drop(mine, interrupt);
        }
        mine.gate.check();
        return parties - number;
      }
      mine.gate.pass(); // The action runs, and this thread belongs to the next step.
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long start = System.nanoTime();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (true) {
      Step mine = currentStep();
      int number = mine.count();
      if (number == parties) {
        finish(mine);
        return 0;
      }
      long left = limit - (System.nanoTime() - start);
      if (number < parties) {
        try {
          if (!mine.gate.pass(left) && mine.gate.decide(Gate.BROKEN)) {
            throw new TimeoutException();
          }
        } catch (InterruptedException interrupt) {
          drop(mine, interrupt);
        }
        mine.gate.check();
        return parties - number;
      }
      if (!mine.gate.pass(left)) {
        throw new TimeoutException();
      }
    }
  }

  public void reset() {
    Step old = step.getAndSet(new Step());
    old.gate.decide(Gate.BROKEN);
  }

  public boolean isBroken() {
    return step.get().gate.is(Gate.BROKEN);
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    Step now = step.get();
    int number = Math.min(now.arrived.get(), parties - 1);
    return now.gate.is(Gate.CLOSED) ? number : 0;
  }

  /** A step that is not complete. */
  private Step currentStep() throws BrokenBarrierException {
    while (true) {
      Step now = step.get();
      if (now.gate.is(Gate.COMPLETE)) {
        step.compareAndSet(now, new Step());
      } else if (!now.gate.is(Gate.BROKEN)) {
        return now;
      } else if (step.get() == now) {
        throw new BrokenBarrierException();
      }
    }
  }

  private void finish(Step mine) throws BrokenBarrierException {
    int state = Gate.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      state = Gate.COMPLETE;
    } finally {
      mine.gate.decide(state);
    }
    mine.gate.check();
  }

  private static void drop(Step mine, InterruptedException interrupt) throws InterruptedException {
    if (mine.gate.decide(Gate.BROKEN)) {
      throw interrupt;
    }
    Thread.currentThread().interrupt();
  }

  private static final class Step {

    final AtomicInteger arrived = new AtomicInteger();
    final Gate gate = new Gate();

    int count() {
      return arrived.incrementAndGet();
    }
  }

  /** Everybody passes as soon as it is decided how the step ends. */
  private static final class Gate extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    static final int CLOSED = 0;
    static final int COMPLETE = 1;
    static final int BROKEN = 2;

    boolean is(int state) {
      return getState() == state;
    }

    void pass() throws InterruptedException {
      acquireSharedInterruptibly(1);
    }

    boolean pass(long nanos) throws InterruptedException {
      return tryAcquireSharedNanos(1, nanos);
    }

    boolean decide(int state) {
      if (!compareAndSetState(CLOSED, state)) {
        return false;
      }
      releaseShared(1);
      return true;
    }

    void check() throws BrokenBarrierException {
      if (is(BROKEN)) {
        throw new BrokenBarrierException();
      }
    }

    @Override
    protected int tryAcquireShared(int ignored) {
      return is(CLOSED) ? -1 : 1;
    }

    @Override
    protected boolean tryReleaseShared(int ignored) {
      return true;
    }
  }
}
