package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * All methods take the monitor of the worker. Its author thought that close, which must not give
 * up, has to try again, and that with this the interrupt is dealt with.
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
  private boolean mustEnd;
  private Throwable error;
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
    thread = new Thread(this::live, threadName);
    thread.setDaemon(daemon);
    state = State.RUNNING;
    thread.start();
  }

  public final synchronized void requestStop() {
    mustEnd = true;
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
    return Optional.ofNullable(error);
  }

  @Override
  public final void close() {
    requestStop();
    Thread last = currentOrLastThread();
    if (last == null || last == Thread.currentThread()) {
      return;
    }
    boolean gone = false;
    while (!gone) {
      gone = joined(last);
    }
  }

  private static boolean joined(Thread last) {
    try {
      last.join();
      return true;
    } catch (InterruptedException tooEarly) {
      return false; // BUG: swallowed-interrupt
    }
  }

  private synchronized Thread currentOrLastThread() {
    return thread;
  }

  private void live() {
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

  private synchronized boolean shouldGoOn() {
    return !mustEnd && !Thread.currentThread().isInterrupted();
  }

  private synchronized void pause() {
    long end = System.nanoTime() + pauseNanos;
    long left = pauseNanos;
    try {
      while (left > 0 && !mustEnd) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException asked) {
      mustEnd = true;
    }
  }

  private synchronized void finish(State last, Throwable thrown) {
    error = thrown;
    state = last;
    notifyAll();
  }
}
