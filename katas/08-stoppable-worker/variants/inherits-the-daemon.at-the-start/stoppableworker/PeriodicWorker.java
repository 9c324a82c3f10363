package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The thread is made when the worker is started. Its author thought that a builder which is told
 * nothing makes an ordinary thread, so that only the daemon needs a word.
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
  private boolean stopping;
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
    Thread.Builder.OfPlatform builder = Thread.ofPlatform().name(threadName);
    if (daemon) {
      builder.daemon(); // BUG: wrong-thread
    }
    thread = builder.unstarted(this::doSteps);
    state = State.RUNNING;
    thread.start();
  }

  public final synchronized void requestStop() {
    stopping = true;
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

  private void doSteps() {
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
    return !stopping && !Thread.currentThread().isInterrupted();
  }

  private synchronized void pause() {
    long end = System.nanoTime() + pauseNanos;
    long left = pauseNanos;
    try {
      while (left > 0 && !stopping) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException asked) {
      stopping = true;
    }
  }

  private synchronized void finish(State last, Throwable thrown) {
    cause = thrown;
    state = last;
    notifyAll();
  }
}
