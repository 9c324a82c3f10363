package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Without a lock: each trip counts who arrives by an atomic number, and its fate is decided by one
 * compare-and-set. So it happens once, whoever tries: the last to arrive, or one who gives up.
 */
public final class ReusableBarrier {

  private final AtomicReference<Trip> current = new AtomicReference<>(new Trip());
  private final int parties;
  private final Runnable action;

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
    throwIfInterrupted();
    while (true) {
      Trip trip = current.get();
      trip.throwIfBroken();
      int missing = parties - trip.arrived.incrementAndGet();
      if (missing == 0) {
        runAction(trip);
        return 0;
      }
      if (missing > 0) {
        waitForEnd(trip);
        return missing;
      }
      trip.acquireSharedInterruptibly(0); // Too late for this trip: its action runs.
      beginAfter(trip);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long nanos = unit.toNanos(timeout);
    long deadline = System.nanoTime() + nanos;
    throwIfInterrupted();
    while (true) {
      Trip trip = current.get();
      trip.throwIfBroken();
      int missing = parties - trip.arrived.incrementAndGet();
      if (missing == 0) {
        runAction(trip);
        return 0;
      }
      if (missing > 0) {
        waitForEnd(trip, nanos);
        return missing;
      }
      if (!trip.tryAcquireSharedNanos(0, nanos)) {
        throw new TimeoutException();
      }
      beginAfter(trip);
      nanos = deadline - System.nanoTime();
    }
  }

  public void reset() {
    current.getAndSet(new Trip()).decide(Trip.BROKEN);
  }

  public boolean isBroken() {
    return current.get().is(Trip.BROKEN);
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    Trip trip = current.get();
    return trip.is(Trip.OPEN) ? Math.min(trip.arrived.get(), parties - 1) : 0;
  }

  private void waitForEnd(Trip trip) throws InterruptedException, BrokenBarrierException {
    try {
      trip.acquireSharedInterruptibly(0);
    } catch (InterruptedException interrupt) {
      giveUp(trip, interrupt);
    }
    trip.throwIfBroken();
  }

  private void waitForEnd(Trip trip, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      if (!trip.tryAcquireSharedNanos(0, nanos) && trip.decide(Trip.BROKEN)) {
        throw new TimeoutException();
      }
    } catch (InterruptedException interrupt) {
      giveUp(trip, interrupt);
    }
    trip.throwIfBroken();
  }

  private static void giveUp(Trip trip, InterruptedException interrupt)
      throws InterruptedException {
    if (trip.decide(Trip.BROKEN)) {
      throw interrupt;
    }
    Thread.currentThread().interrupt(); // It has come too late for this wait.
  }

  private void runAction(Trip trip) throws BrokenBarrierException {
    boolean done = false;
    try {
      if (action != null) {
        action.run();
      }
      done = true;
    } finally {
      if (done) {
        trip.decide(Trip.TRIPPED);
        beginAfter(trip);
      } else {
        trip.decide(Trip.BROKEN);
      }
    }
    trip.throwIfBroken();
  }

  /** Whoever comes first begins the next trip; the others find it begun. */
  private void beginAfter(Trip trip) {
    if (trip.is(Trip.TRIPPED)) {
      current.compareAndSet(trip, new Trip());
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** The state is the fate; it changes once, and that lets everybody go on. */
  @SuppressWarnings("serial") // It is never written anywhere.
  private static final class Trip extends AbstractQueuedSynchronizer {

    static final int OPEN = 0;
    static final int TRIPPED = 1;
    static final int BROKEN = 2;

    final AtomicInteger arrived = new AtomicInteger();

    boolean is(int fate) {
      return getState() == fate;
    }

    /** False if it was decided before. */
    boolean decide(int fate) {
      boolean first = compareAndSetState(OPEN, fate);
      if (first) {
        releaseShared(0);
      }
      return first;
    }

    void throwIfBroken() throws BrokenBarrierException {
      if (is(BROKEN)) {
        throw new BrokenBarrierException();
      }
    }

    @Override
    protected int tryAcquireShared(int ignored) {
      return is(OPEN) ? -1 : 1;
    }

    @Override
    protected boolean tryReleaseShared(int ignored) {
      return true;
    }
  }
}
