package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The worker parks for its pause and looks at an atomic flag. Its author thought that what is
 * atomic is seen at once, by whoever looks for it.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final AtomicBoolean stopFlag = new AtomicBoolean();
  private final CountDownLatch begun = new CountDownLatch(1); // runs, or will never run
  private final Runnable task;
  private final long pause; // in nanoseconds
  private final Thread thread;
  private volatile Throwable thrown;

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
    stopFlag.set(true); // BUG: lost-wakeup
    if (state.compareAndSet(State.NEW, State.STOPPED)) {
      begun.countDown();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long since = System.nanoTime();
    if (!begun.await(limit, TimeUnit.NANOSECONDS)) {
      return false;
    }
    long left = limit - (System.nanoTime() - since);
    while (thread.isAlive() && left > 0) {
      TimeUnit.NANOSECONDS.timedJoin(thread, left);
      left = limit - (System.nanoTime() - since);
    }
    return !thread.isAlive();
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
    while (true) {
      try {
        begun.await();
        thread.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private void loop() {
    begun.countDown();
    try {
      while (goesOn()) {
        task.run();
        rest();
      }
      state.set(State.STOPPED);
    } catch (Throwable e) {
      thrown = e;
      state.set(State.FAILED);
    }
  }

  private boolean goesOn() {
    return !stopFlag.get() && !Thread.currentThread().isInterrupted();
  }

  private void rest() {
    long end = System.nanoTime() + pause;
    for (long left = pause; left > 0 && goesOn(); left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }
}
