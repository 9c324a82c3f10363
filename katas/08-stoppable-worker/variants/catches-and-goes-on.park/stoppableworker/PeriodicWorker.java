package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The pause is a park that is repeated until its time is over or somebody interrupts. Its author
 * thought that an interrupt that has ended the pause has done its work, and asked for it by the
 * method that clears it.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final CountDownLatch notNew = new CountDownLatch(1); // runs, or will never run
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
    if (state.compareAndSet(State.NEW, State.STOPPED)) {
      notNew.countDown();
    } else {
      thread.interrupt();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long since = System.nanoTime();
    if (!notNew.await(limit, TimeUnit.NANOSECONDS)) {
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
        notNew.await();
        thread.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private void loop() {
    notNew.countDown();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        task.run();
        pauseAWhile();
      }
      state.set(State.STOPPED);
    } catch (Throwable e) {
      thrown = e;
      state.set(State.FAILED);
    }
  }

  private void pauseAWhile() {
    long end = System.nanoTime() + pause;
    long left = pause;
    while (left > 0 && !Thread.interrupted()) { // BUG: swallowed-interrupt
      LockSupport.parkNanos(this, left);
      left = end - System.nanoTime();
    }
  }
}
