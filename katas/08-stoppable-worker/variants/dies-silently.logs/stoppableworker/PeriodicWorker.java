package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Each step is done in a try block of its own. Its author thought that a failure is reported when
 * its stack trace is printed, and that the worker has then only to stop.
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
  private final Thread worker;
  private volatile Throwable failedWith;

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("a pause cannot be " + pauseMillis);
    }
    this.step = Objects.requireNonNull(step);
    this.pauseMillis = pauseMillis;
    this.worker = new Thread(this::workUntilTold, Objects.requireNonNull(threadName));
    this.worker.setDaemon(daemon);
  }

  public final void start() {
    if (!now.compareAndSet(State.NEW, State.RUNNING)) {
      throw new IllegalStateException("not new, but " + now.get());
    }
    worker.start();
  }

  public final void requestStop() {
    stopWanted.countDown();
    if (now.compareAndSet(State.NEW, State.STOPPED)) {
      done.countDown();
    } else {
      worker.interrupt();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    if (done.await(timeout, unit)) {
      worker.join();
      return true;
    }
    return false;
  }

  public final State state() {
    return now.get();
  }

  public final Optional<Throwable> failure() {
    return Optional.ofNullable(failedWith);
  }

  @Override
  public final void close() {
    requestStop();
    if (Thread.currentThread().equals(worker)) {
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    for (boolean ended = false; !ended; ) {
      try {
        done.await();
        worker.join();
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
        attempt();
      } while (paused());
    } catch (Throwable thrown) {
      failedWith = thrown;
      last = State.FAILED;
    }
    now.set(last);
    done.countDown();
  }

  private void attempt() {
    try {
      step.run();
    } catch (Throwable thrown) { // BUG: lost-exception
      thrown.printStackTrace();
      requestStop();
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
