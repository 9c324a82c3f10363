package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Who waits leaves a note with its name, and the worker unparks it at its end. Its author thought
 * that a worker has one owner, and that this one waits.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Runnable task;
  private final long pause; // in nanoseconds
  private final Thread thread;
  private volatile Throwable thrown;
  private volatile Thread owner; // who waits for the end

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    Objects.requireNonNull(threadName);
    Objects.requireNonNull(step);
    if (pauseMillis < 0) {
      throw new IllegalArgumentException(pauseMillis + " < 0");
    }
    task = step;
    pause = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    thread = Thread.ofPlatform().daemon(daemon).name(threadName).unstarted(this::loop);
  }

  public final void start() {
    if (!state.compareAndSet(State.NEW, State.RUNNING)) {
      throw new IllegalStateException("was started or stopped before");
    }
    thread.start();
  }

  public final void requestStop() {
    asked.set(true);
    if (state.compareAndSet(State.NEW, State.STOPPED)) {
      tell();
    } else {
      thread.interrupt();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long since = System.nanoTime();
    if (limit > 0) {
      owner = Thread.currentThread();
    }
    throwIfInterrupted();
    long left = limit;
    while (!isOver()) {
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(this, left);
      throwIfInterrupted();
      left = limit - (System.nanoTime() - since);
    }
    thread.join();
    return true;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private boolean isOver() {
    return state.get() == State.STOPPED || state.get() == State.FAILED;
  }

  private void tell() {
    LockSupport.unpark(owner); // BUG: lost-wakeup
  }

  public final State state() {
    return state.get();
  }

  public final Optional<Throwable> failure() {
    return Optional.ofNullable(thrown);
  }

  @Override
  public final void close() {
    requestStop();
    if (thread != Thread.currentThread() && waitForTheEnd()) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether it was interrupted meanwhile. */
  private boolean waitForTheEnd() {
    boolean interrupted = false;
    boolean over = false;
    while (!over) {
      try {
        over = awaitStopped(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  private void loop() {
    try {
      while (wanted()) {
        task.run();
        rest();
      }
      state.set(State.STOPPED);
    } catch (Throwable e) {
      thrown = e;
      state.set(State.FAILED);
    }
    tell();
  }

  private boolean wanted() {
    return !asked.get() && !Thread.currentThread().isInterrupted();
  }

  private void rest() {
    long end = System.nanoTime() + pause;
    for (long left = pause; left > 0 && wanted(); left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }
}
