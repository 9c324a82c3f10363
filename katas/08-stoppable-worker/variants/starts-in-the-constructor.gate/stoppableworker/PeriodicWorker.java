package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The thread waits at a gate until the worker is started or stopped. Its author thought that a
 * thread that only waits does not count, and that it is ready sooner in this way.
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
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Runnable step;
  private final long pauseMillis;
  private final Thread runner;
  private volatile Throwable problem;

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("a pause cannot be " + pauseMillis);
    }
    this.step = Objects.requireNonNull(step);
    this.pauseMillis = pauseMillis;
    this.runner = new Thread(this::workUntilTold, Objects.requireNonNull(threadName));
    this.runner.setDaemon(daemon);
    this.runner.start(); // BUG: unsafe-publication
  }

  public final void start() {
    if (!now.compareAndSet(State.NEW, State.RUNNING)) {
      throw new IllegalStateException("not new, but " + now.get());
    }
    gate.countDown();
  }

  public final void requestStop() {
    stopWanted.countDown();
    if (now.compareAndSet(State.NEW, State.STOPPED)) {
      done.countDown();
    }
    gate.countDown();
    runner.interrupt();
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    if (done.await(timeout, unit)) {
      runner.join();
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
    if (Thread.currentThread().equals(runner)) {
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    for (boolean ended = false; !ended; ) {
      try {
        done.await();
        runner.join();
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
      waitAtTheGate();
      do {
        if (told()) {
          break;
        }
        step.run();
      } while (paused());
    } catch (Throwable thrown) {
      problem = thrown;
      last = State.FAILED;
    }
    now.set(last);
    done.countDown();
  }

  private void waitAtTheGate() {
    try {
      gate.await();
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean told() {
    return stopWanted.getCount() == 0 || Thread.currentThread().isInterrupted();
  }

  /** Returns whether the pause went to its end. */
  private boolean paused() {
    try {
      return !stopWanted.await(pauseMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException told) {
      return false;
    }
  }
}
