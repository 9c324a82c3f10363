package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The pause is a timed wait, and an interrupt that ends it is set again for the loop to see. Its
 * author thought that the status of the thread is all the memory that is needed.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final String threadName;
  private final boolean daemon;
  private final long pauseNanos;
  private final Runnable step;
  private State state = State.NEW; // guarded by this, like all that follows
  private Throwable cause;
  private Thread thread;

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    this.threadName = Objects.requireNonNull(threadName, "threadName");
    this.step = Objects.requireNonNull(step, "step");
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("pause of " + pauseMillis);
    }
    this.daemon = daemon;
    this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
  }

  public final synchronized void start() {
    if (state != State.NEW) {
      throw new IllegalStateException("is " + state);
    }
    thread = new Thread(this::stepAfterStep, threadName);
    thread.setDaemon(daemon);
    state = State.RUNNING;
    thread.start();
  }

  public final synchronized void requestStop() {
    if (state == State.NEW) {
      finish(State.STOPPED, null);
    } else if (state == State.RUNNING) {
      thread.interrupt();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = unit.toNanos(timeout);
    long from = System.nanoTime();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (this) {
      long left = limit;
      while (state == State.NEW || state == State.RUNNING) {
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = limit - (System.nanoTime() - from);
      }
    }
    Thread last = currentOrLastThread();
    if (last != null) {
      last.join();
    }
    return true;
  }

  public final synchronized State state() {
    return state;
  }

  public final synchronized Optional<Throwable> failure() {
    return Optional.ofNullable(cause);
  }

  @Override
  public final void close() {
    requestStop();
    Thread last = currentOrLastThread();
    if (last == null || last == Thread.currentThread()) {
      return;
    }
    boolean interrupted = false;
    while (last.isAlive()) {
      try {
        last.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Thread currentOrLastThread() {
    return thread;
  }

  private void stepAfterStep() {
    try {
      while (shouldGoOn()) {
        step.run();
        pause();
      }
      finish(State.STOPPED, null);
    } catch (Throwable thrown) {
      finish(State.FAILED, thrown);
    }
  }

  private static boolean shouldGoOn() {
    return !Thread.currentThread().isInterrupted(); // BUG: swallowed-interrupt
  }

  private synchronized void pause() {
    long end = System.nanoTime() + pauseNanos;
    long left = pauseNanos;
    try {
      while (left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void finish(State last, Throwable thrown) {
    cause = thrown;
    state = last;
    notifyAll();
  }
}
