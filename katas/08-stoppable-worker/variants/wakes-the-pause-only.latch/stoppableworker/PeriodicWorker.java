package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stop opens the latch that the pause waits for. Its author thought that a step is short, and
 * that the worker looks at the latch as soon as it is over.
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
  private final CountDownLatch done = new CountDownLatch(1);
  private final Runnable step;
  private final long pauseMillis;
  private final Thread doer;
  private volatile Throwable problem;

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("a pause cannot be " + pauseMillis);
    }
    this.step = Objects.requireNonNull(step);
    this.pauseMillis = pauseMillis;
    this.doer = new Thread(this::workUntilTold, Objects.requireNonNull(threadName));
    this.doer.setDaemon(daemon);
  }

  public final void start() {
    if (!now.compareAndSet(State.NEW, State.RUNNING)) {
      throw new IllegalStateException("not new, but " + now.get());
    }
    doer.start();
  }

  public final void requestStop() {
    if (now.compareAndSet(State.NEW, State.STOPPED)) {
      done.countDown();
    }
    stopWanted.countDown(); // BUG: thread-leak
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    if (done.await(timeout, unit)) {
      doer.join();
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
    if (Thread.currentThread().equals(doer)) {
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    for (boolean ended = false; !ended; ) {
      try {
        done.await();
        doer.join();
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
        if (told()) {
          break;
        }
        step.run();
      } while (waited());
    } catch (Throwable thrown) {
      problem = thrown;
      last = State.FAILED;
    }
    now.set(last);
    done.countDown();
  }

  private boolean told() {
    return stopWanted.getCount() == 0 || Thread.currentThread().isInterrupted();
  }

  /** Returns whether the pause went to its end. */
  private boolean waited() {
    try {
      return !stopWanted.await(pauseMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException told) {
      return false;
    }
  }
}
