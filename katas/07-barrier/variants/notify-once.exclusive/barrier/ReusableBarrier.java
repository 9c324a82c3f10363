package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Without a lock: a synchronizer is the gate of each stage. The author took its exclusive mode,
 * and thought that to release it opens the gate for all who stand there.
 */
public final class ReusableBarrier {

  private final AtomicReference<Leg> leg = new AtomicReference<>(new Leg());
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
      Leg mine = currentLeg();
      int number = mine.count();
      if (number == parties) {
        finish(mine);
        return 0;
      }
      if (number < parties) {
        try {
          mine.bar.pass();
        } catch (InterruptedException interrupt) {
          quit(mine, interrupt);
        }
        mine.bar.check();
        return parties - number;
      }
      mine.bar.pass(); // The action runs, and this thread belongs to the next leg.
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
      Leg mine = currentLeg();
      int number = mine.count();
      if (number == parties) {
        finish(mine);
        return 0;
      }
      long left = limit - (System.nanoTime() - start);
      if (number < parties) {
        try {
          if (!mine.bar.pass(left) && mine.bar.decide(Bar.BROKEN)) {
            throw new TimeoutException();
          }
        } catch (InterruptedException interrupt) {
          quit(mine, interrupt);
        }
        mine.bar.check();
        return parties - number;
      }
      if (!mine.bar.pass(left)) {
        throw new TimeoutException();
      }
    }
  }

  public void reset() {
    Leg old = leg.getAndSet(new Leg());
    old.bar.decide(Bar.BROKEN);
  }

  public boolean isBroken() {
    return leg.get().bar.is(Bar.BROKEN);
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    Leg now = leg.get();
    int number = Math.min(now.arrived.get(), parties - 1);
    return now.bar.is(Bar.CLOSED) ? number : 0;
  }

  /** A leg that is not complete. */
  private Leg currentLeg() throws BrokenBarrierException {
    while (true) {
      Leg now = leg.get();
      if (now.bar.is(Bar.COMPLETE)) {
        leg.compareAndSet(now, new Leg());
      } else if (!now.bar.is(Bar.BROKEN)) {
        return now;
      } else if (leg.get() == now) {
        throw new BrokenBarrierException();
      }
    }
  }

  private void finish(Leg mine) throws BrokenBarrierException {
    int state = Bar.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      state = Bar.COMPLETE;
    } finally {
      mine.bar.decide(state);
    }
    mine.bar.check();
  }

  private static void quit(Leg mine, InterruptedException interrupt) throws InterruptedException {
    if (mine.bar.decide(Bar.BROKEN)) {
      throw interrupt;
    }
    Thread.currentThread().interrupt();
  }

  private static final class Leg {

    final AtomicInteger arrived = new AtomicInteger();
    final Bar bar = new Bar();

    int count() {
      return arrived.incrementAndGet();
    }
  }

  /** Everybody passes as soon as it is decided how the leg ends. */
  private static final class Bar extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    static final int CLOSED = 0;
    static final int COMPLETE = 1;
    static final int BROKEN = 2;

    boolean is(int state) {
      return getState() == state;
    }

    void pass() throws InterruptedException {
      acquireInterruptibly(1);
    }

    boolean pass(long nanos) throws InterruptedException {
      return tryAcquireNanos(1, nanos);
    }

    boolean decide(int state) {
      if (!compareAndSetState(CLOSED, state)) {
        return false;
      }
      release(1); // BUG: lost-wakeup
      return true;
    }

    void check() throws BrokenBarrierException {
      if (is(BROKEN)) {
        throw new BrokenBarrierException();
      }
    }

    @Override
    protected boolean tryAcquire(int ignored) {
      return !is(CLOSED);
    }

    @Override
    protected boolean tryRelease(int ignored) {
      return true;
    }
  }
}
