package stoppableworker;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A thread that does one step again and again, with a pause after each, until it is asked to stop
 * or a step throws. It starts once and ends once.
 *
 * <p>All methods may be called by any number of threads at the same time, also by the step. What
 * the steps did is visible to whoever has seen that the worker has stopped or failed.
 */
public class PeriodicWorker implements AutoCloseable {

  /** What a worker has come to. */
  public enum State {
    /** Neither started nor stopped. */
    NEW,
    /** Started; its last step has not ended. */
    RUNNING,
    /** Ended, or stopped before it was started. */
    STOPPED,
    /** Ended, since a step threw. */
    FAILED
  }

  // TODO What has to be remembered so that it is still there when the worker wakes up?
  // TODO Which of the fields change together, and what guards them?

  /**
   * A worker that is not started. No thread runs before {@link #start}.
   *
   * @param threadName the name of its thread
   * @param daemon whether its thread is a daemon
   * @param pauseMillis how long it pauses between the end of a step and the start of the next one
   * @param step what it does
   * @throws NullPointerException if {@code threadName} or {@code step} is null
   * @throws IllegalArgumentException if {@code pauseMillis} is negative
   */
  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Starts the thread, and with it the first step.
   *
   * @throws IllegalStateException unless the worker is new
   */
  public final void start() {
    // TODO What if two threads call this at the same moment?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Asks for the end and does not wait for it: ends a pause, and interrupts a running step. A
   * worker that was not started is stopped at once, and can never be started.
   */
  public final void requestStop() {
    // TODO The worker may sleep now, or run a step, or be just about to. Will it notice?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Waits until the worker has stopped or failed and its thread has ended, but not longer than the
   * timeout. A timeout of zero or less means one look without waiting.
   *
   * @return whether it has ended
   * @throws InterruptedException if the thread is interrupted when it calls or while it waits; its
   *     status is then cleared
   * @throws NullPointerException if {@code unit} is null
   */
  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    throw new UnsupportedOperationException("TODO");
  }

  /** What the worker has come to. */
  public final State state() {
    throw new UnsupportedOperationException("TODO");
  }

  /** What the failing step threw; empty unless the worker has failed. */
  public final Optional<Throwable> failure() {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Asks for the end, and waits until the thread has ended. An interrupt does not end the waiting;
   * the status is set when the method returns. Called by the step itself, it does not wait.
   */
  @Override
  public final void close() {
    // TODO What are you waiting for if it is the step that calls?
    throw new UnsupportedOperationException("TODO");
  }
}
