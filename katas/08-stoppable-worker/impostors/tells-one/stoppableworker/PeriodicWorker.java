package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Its author believed that one thread waits for the end (M16). The others are never told. */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final Object monitor = new Object();
  private final Runnable step;
  private final long pauseNanos;
  private final Loop loop;
  private State state = State.NEW; // guarded by monitor
  private boolean stopping; // guarded by monitor
  private Throwable failure; // guarded by monitor

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("negative: " + pauseMillis);
    }
    this.step = Objects.requireNonNull(step);
    this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    this.loop = new Loop(Objects.requireNonNull(threadName), daemon);
  }

  public final void start() {
    synchronized (monitor) {
      if (state != State.NEW) {
        throw new IllegalStateException("already " + state);
      }
      state = State.RUNNING;
      loop.start();
    }
  }

  public final void requestStop() {
    synchronized (monitor) {
      stopping = true;
      if (state == State.NEW) {
        end(State.STOPPED, null);
      }
    }
    loop.interrupt();
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long deadline = System.nanoTime() + left;
    synchronized (monitor) {
      while (!hasEnded()) {
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
        left = deadline - System.nanoTime();
      }
    }
    loop.join();
    return true;
  }

  public final State state() {
    synchronized (monitor) {
      return state;
    }
  }

  public final Optional<Throwable> failure() {
    synchronized (monitor) {
      return Optional.ofNullable(failure);
    }
  }

  @Override
  public final void close() {
    requestStop();
    boolean interrupted = false;
    boolean ended = Thread.currentThread() == loop;
    while (!ended) {
      try {
        ended = awaitStopped(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called with the monitor held. */
  private boolean hasEnded() {
    return state == State.STOPPED || state == State.FAILED;
  }

  private void end(State last, Throwable thrown) {
    synchronized (monitor) {
      failure = thrown;
      state = last;
      monitor.notify(); // BUG: lost-wakeup
    }
  }

  /** Does the steps. */
  private final class Loop extends Thread {

    Loop(String name, boolean daemon) {
      super(name);
      setDaemon(daemon);
    }

    @Override
    public void run() {
      try {
        while (mayGoOn()) {
          step.run();
          pause();
        }
        // A thread has a State of its own, and in here that would be meant.
        end(PeriodicWorker.State.STOPPED, null);
      } catch (Throwable thrown) {
        end(PeriodicWorker.State.FAILED, thrown);
      }
    }

    private boolean mayGoOn() {
      synchronized (monitor) {
        return !stopping && !isInterrupted();
      }
    }

    private void pause() {
      long deadline = System.nanoTime() + pauseNanos;
      synchronized (monitor) {
        long left = pauseNanos;
        while (!stopping && left > 0) {
          try {
            TimeUnit.NANOSECONDS.timedWait(monitor, left);
          } catch (InterruptedException told) {
            stopping = true;
          }
          left = deadline - System.nanoTime();
        }
      }
    }
  }
}
