package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stop opens a latch, and the pause waits for it. Its author thought that an interrupt of the
 * pause is a disturbance if the latch is closed, and finished the pause.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final AtomicReference<State> now = new AtomicReference<>(State.NEW);
  private final CountDownLatch stopWanted = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  private final Runnable step;
  private final long pauseMillis;
  private final Thread hand;
  private volatile Throwable problem;

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("a pause cannot be " + pauseMillis);
    }
    this.step = Objects.requireNonNull(step);
    this.pauseMillis = pauseMillis;
    this.hand = new Thread(this::workUntilTold, Objects.requireNonNull(threadName));
    this.hand.setDaemon(daemon);
  }

  public final void start() {
    if (!now.compareAndSet(State.NEW, State.RUNNING)) {
      throw new IllegalStateException("not new, but " + now.get());
    }
    hand.start();
  }

  public final void requestStop() {
    stopWanted.countDown();
    if (now.compareAndSet(State.NEW, State.STOPPED)) {
      gone.countDown();
    } else {
      hand.interrupt();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    if (gone.await(timeout, unit)) {
      hand.join();
      return true;
    }
    return false;
  }

  public final State state() {
    return now.get();
  }

  public final Optional<Throwable> failure() {
    return Optional.ofNullable(problem);
  }

  @Override
  public final void close() {
    requestStop();
    if (Thread.currentThread().equals(hand)) {
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    for (boolean ended = false; !ended; ) {
      try {
        gone.await();
        hand.join();
        ended = true;
      } catch (InterruptedException kept) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void workUntilTold() {
    State last = State.STOPPED;
    try {
      do {
        if (mustStop()) {
          break;
        }
        step.run();
      } while (paused());
    } catch (Throwable thrown) {
      problem = thrown;
      last = State.FAILED;
    }
    now.set(last);
    gone.countDown();
  }

  private boolean mustStop() {
    return stopWanted.getCount() == 0;
  }

  /** Returns whether the pause went to its end. */
  private boolean paused() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    while (true) {
      try {
        return !stopWanted.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException disturbed) { // BUG: swallowed-interrupt
        continue;
      }
    }
  }
}
