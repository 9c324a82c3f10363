package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The loop goes on while the state is RUNNING, so a stop has only to change the state. Its author
 * thought that one field that says it all is better than two that may disagree.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final AtomicReference<State> now = new AtomicReference<>(State.NEW);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Runnable step;
  private final long pauseMillis;
  private final Thread helper;
  private volatile Throwable problem;

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("a pause cannot be " + pauseMillis);
    }
    this.step = Objects.requireNonNull(step);
    this.pauseMillis = pauseMillis;
    this.helper = new Thread(this::workUntilTold, Objects.requireNonNull(threadName));
    this.helper.setDaemon(daemon);
  }

  public final void start() {
    if (!now.compareAndSet(State.NEW, State.RUNNING)) {
      throw new IllegalStateException("not new, but " + now.get());
    }
    helper.start();
  }

  public final void requestStop() {
    State before = now.getAndUpdate(s -> s == State.FAILED ? s : State.STOPPED); // BUG: thread-leak
    if (before == State.NEW) {
      done.countDown();
    } else {
      helper.interrupt();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    if (done.await(timeout, unit)) {
      helper.join();
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
    if (Thread.currentThread().equals(helper)) {
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    for (boolean ended = false; !ended; ) {
      try {
        done.await();
        helper.join();
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
    try {
      do {
        if (told()) {
          break;
        }
        step.run();
      } while (paused());
      now.set(State.STOPPED);
    } catch (Throwable thrown) {
      problem = thrown;
      now.set(State.FAILED);
    }
    done.countDown();
  }

  private boolean told() {
    return now.get() != State.RUNNING || Thread.currentThread().isInterrupted();
  }

  /** Returns whether the pause went to its end. */
  private boolean paused() {
    try {
      Thread.sleep(pauseMillis);
      return true;
    } catch (InterruptedException told) {
      return false;
    }
  }
}
