package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The fields are written by synchronized setters and read by synchronized getters. Its author
 * thought that two calls that follow each other in one thread follow each other at once.
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
  private boolean askedToStop;
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
    thread = new Thread(this::work, threadName);
    thread.setDaemon(daemon);
    state = State.RUNNING;
    thread.start();
  }

  public final synchronized void requestStop() {
    askedToStop = true;
    if (state == State.NEW) {
      setState(State.STOPPED);
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

  private void work() {
    try {
      while (shouldGoOn()) {
        step.run();
        pause();
      }
      setState(State.STOPPED);
    } catch (Throwable thrown) {
      setState(State.FAILED);
      setCause(thrown); // BUG: torn-state
    }
  }

  private synchronized boolean shouldGoOn() {
    return !askedToStop && !Thread.currentThread().isInterrupted();
  }

  private synchronized void pause() {
    long end = System.nanoTime() + pauseNanos;
    long left = pauseNanos;
    try {
      while (left > 0 && !askedToStop) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException asked) {
      askedToStop = true;
    }
  }

  private synchronized void setState(State next) {
    state = next;
    notifyAll();
  }

  private synchronized void setCause(Throwable thrown) {
    cause = thrown;
  }
}
