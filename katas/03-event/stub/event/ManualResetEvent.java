package event;

import java.util.concurrent.TimeUnit;

/**
 * A flag that threads can wait for. It is <em>set</em> or <em>clear</em>; while it is set, every
 * {@code await} passes, until somebody clears it by hand.
 *
 * <p>All methods may be called by any number of threads at once. What a thread did before {@code
 * set} is visible to every thread that has seen the event set.
 */
public final class ManualResetEvent {

  // TODO What does an event have to remember, and what guards it?

  /** A new event is clear. */
  public ManualResetEvent() {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Sets the event and releases every thread that waits for it. Later callers of {@code await} pass
   * at once until somebody calls {@link #clear}. Setting a set event changes nothing.
   */
  public void set() {
    // TODO Who may be asleep now, and how many of them?
    throw new UnsupportedOperationException("TODO");
  }

  /** Clears the event: from now on {@code await} waits. Clearing a clear event changes nothing. */
  public void clear() {
    throw new UnsupportedOperationException("TODO");
  }

  /** Whether the event is set at this moment. */
  public boolean isSet() {
    // TODO Will you see what another thread has just written?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Waits until the event is set; returns at once if it is.
   *
   * @throws InterruptedException if the thread is interrupted when it calls or while it waits; its
   *     interrupt status is then cleared
   */
  public void await() throws InterruptedException {
    // TODO When you wake up, what do you know?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Waits until the event is set, but not longer than the timeout. A timeout of zero or less means
   * one look without waiting.
   *
   * @return true if the event was set, false if the timeout has passed and it was not
   * @throws InterruptedException if the thread is interrupted when it calls or while it waits; its
   *     interrupt status is then cleared
   * @throws NullPointerException if {@code unit} is null
   */
  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    // TODO How much of the time is left after the first wake-up?
    throw new UnsupportedOperationException("TODO");
  }
}
