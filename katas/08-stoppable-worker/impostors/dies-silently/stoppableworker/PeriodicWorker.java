package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Its author believed that an exception will be seen by somebody (M48). It ends the thread, and the
 * state says "running" for ever.
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
    boolean interrupted = false;
    boolean joined = false;
    while (!joined) {
      try {
        ended.await();
        thread.join();
        joined = true;
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      repeat();
      state.set(State.STOPPED);
    } finally { // BUG: lost-exception
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
