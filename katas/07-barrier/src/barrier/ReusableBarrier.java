package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A place where a fixed number of threads wait for each other. When the last of them has come, all
 * go on, and the barrier is ready for the next trip.
 *
 * <p>If one of them gives up, the trip is broken, and all others of this trip learn about it.
 * Whatever a thread did before it arrived is visible to the action, and whatever the action did is
 * visible to all who go on. All methods may be called by any number of threads at the same time.
 */
public final class ReusableBarrier {

  // TODO: What belongs to the barrier for ever, and what belongs to one trip only?
  // TODO: A thread gets up late. The next trip has already begun. What does it have to look at?

  /**
   * A barrier without an action.
   *
   * @throws IllegalArgumentException if {@code parties} is less than 1
   */
  public ReusableBarrier(int parties) {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * A barrier with an action, which may be null. It runs once a trip, in the thread that has come
   * last, before anybody goes on. If it throws, the trip is broken.
   *
   * @throws IllegalArgumentException if {@code parties} is less than 1
   */
  public ReusableBarrier(int parties, Runnable action) {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Arrives, and waits until all have arrived.
   *
   * @return how many were still missing: parties - 1 for the first, 0 for the last
   * @throws InterruptedException if the thread is interrupted when it calls, and nothing has
   *     happened then; or while it waits, and the trip is broken then
   * @throws BrokenBarrierException if the barrier is broken, or this trip breaks
   */
  public int await() throws InterruptedException, BrokenBarrierException {
    // TODO: Look at the interrupt status, and whether the barrier is broken.
    // TODO: Are you the last? Then run the action. Which lock may you hold meanwhile?
    // TODO: If you are not, wait until the fate of your trip is decided.
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Like {@link #await()}, but breaks the trip when the time is over. A timeout of zero or less
   * does not wait: who is not the last breaks the trip at once.
   *
   * @throws TimeoutException if the time is over; never before it is
   * @throws NullPointerException if {@code unit} is null
   */
  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    throw new UnsupportedOperationException("TODO");
  }

  /** Breaks the trip for those who wait, and begins a new one that is not broken. */
  public void reset() {
    throw new UnsupportedOperationException("TODO");
  }

  /** Whether a trip has been broken, and nobody has called {@link #reset} since. */
  public boolean isBroken() {
    throw new UnsupportedOperationException("TODO");
  }

  /** How many threads have to come. */
  public int getParties() {
    throw new UnsupportedOperationException("TODO");
  }

  /** How many threads wait for the others at some moment during this call. */
  public int getNumberWaiting() {
    throw new UnsupportedOperationException("TODO");
  }
}
