package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Its author believed that an interrupt ends every waiting, and that it is enough to set the status
 * again (M27). So {@code close} returns while the last step is running.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long pauseMillis;
  private final Runnable step;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile Throwable failure; // written before the state says so

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("negative: " + pauseMillis);
    }
    this.pauseMillis = pauseMillis;
    this.step = Objects.requireNonNull(step);
    this.thread = new Thread(this::run, Objects.requireNonNull(threadName));
    thread.setDaemon(daemon);
  }

  public final void start() {
    if (!state.compareAndSet(State.NEW, State.RUNNING)) {
      throw new IllegalStateException("already " + state);
    }
    thread.start();
  }

  public final void requestStop() {
    if (state.compareAndSet(State.NEW, State.STOPPED)) {
      ended.countDown();
    } else {
      stopping = true;
      thread.interrupt();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    if (!ended.await(timeout, unit)) {
      return false;
    }
    // It has nothing more to do.
    thread.join();
    return true;
  }

  public final State state() {
    return state.get();
  }

  public final Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public final void close() {
    requestStop();
    if (Thread.currentThread() != thread) {
      joinUninterruptibly();
    }
  }

  private void joinUninterruptibly() {
    try {
      ended.await();
      thread.join();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt(); // BUG: interrupt-as-success
    }
  }

  private void run() {
    try {
      repeat();
      state.set(State.STOPPED);
    } catch (Throwable thrown) {
      failure = thrown;
      state.set(State.FAILED);
    } finally {
      ended.countDown();
    }
  }

  private void repeat() {
    while (!stopping && !Thread.currentThread().isInterrupted()) {
      step.run();
      try {
        Thread.sleep(pauseMillis);
      } catch (InterruptedException told) {
        return;
      }
    }
  }
}
