package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Its author believed that a pause and a period are the same. Counted from the beginning of the
 * step, the pause shrinks by what the step takes.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  /** Where the worker is, and whether it should leave. */
  private record Phase(State state, boolean stopping, Throwable failure) {}

  private final AtomicReference<Phase> phase =
      new AtomicReference<>(new Phase(State.NEW, false, null));
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long pauseNanos;
  private final Runnable step;
  private final Thread thread;

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("negative: " + pauseMillis);
    }
    this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    this.step = Objects.requireNonNull(step);
    this.thread = Thread.ofPlatform().name(threadName).daemon(daemon).unstarted(this::run);
  }

  public final void start() {
    Phase now = phase.get();
    Phase running = new Phase(State.RUNNING, false, null);
    if (now.state != State.NEW || !phase.compareAndSet(now, running)) {
      throw new IllegalStateException("not new any more");
    }
    thread.start();
  }

  public final void requestStop() {
    Phase before = phase.getAndUpdate(PeriodicWorker::asked);
    if (before.state == State.NEW) {
      ended.countDown();
    } else {
      // Ends the park, and whatever the step waits for.
      thread.interrupt();
    }
  }

  private static Phase asked(Phase now) {
    return switch (now.state) {
      case NEW -> new Phase(State.STOPPED, true, null);
      case RUNNING -> new Phase(State.RUNNING, true, null);
      case STOPPED, FAILED -> now;
    };
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    boolean over = ended.await(timeout, unit);
    if (over) {
      thread.join();
    }
    return over;
  }

  public final State state() {
    return phase.get().state;
  }

  public final Optional<Throwable> failure() {
    return Optional.ofNullable(phase.get().failure);
  }

  @Override
  public final void close() {
    requestStop();
    boolean interrupted = false;
    boolean over = Thread.currentThread() == thread;
    while (!over) {
      try {
        over = awaitStopped(Long.MAX_VALUE, TimeUnit.DAYS);
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Phase last = new Phase(State.STOPPED, true, null);
    try {
      while (mayGoOn()) {
        long begin = System.nanoTime();
        step.run();
        pause(begin);
      }
    } catch (Throwable thrown) {
      last = new Phase(State.FAILED, true, thrown);
    }
    phase.set(last);
    ended.countDown();
  }

  private boolean mayGoOn() {
    return !phase.get().stopping && !Thread.currentThread().isInterrupted();
  }

  private void pause(long begin) {
    long deadline = begin + pauseNanos; // BUG: wrong-timeout
    long left = deadline - System.nanoTime();
    while (left > 0 && mayGoOn()) {
      LockSupport.parkNanos(this, left);
      left = deadline - System.nanoTime();
    }
  }
}
