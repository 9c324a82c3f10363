package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * There is no field for the state, it is computed when somebody asks. Its author thought that the
 * answer for a worker that was told to stop can only be that it has stopped.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final Loop loop;
  private final Thread thread;
  private volatile boolean started; // written under the lock of this

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("pauseMillis: " + pauseMillis);
    }
    loop = new Loop(Objects.requireNonNull(step), pauseMillis);
    thread = new Thread(loop, Objects.requireNonNull(threadName));
    thread.setDaemon(daemon);
  }

  public final synchronized void start() {
    if (state() != State.NEW) {
      throw new IllegalStateException("state: " + state());
    }
    started = true;
    thread.start();
  }

  public final synchronized void requestStop() {
    loop.cancel();
    if (started) {
      thread.interrupt();
    } else {
      loop.finish(State.STOPPED, null);
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    boolean finished = loop.finished.await(timeout, unit);
    if (finished) {
      thread.join();
    }
    return finished;
  }

  public final State state() {
    Outcome outcome = loop.outcome;
    if (outcome != null) {
      return outcome.state;
    }
    if (loop.cancelled) {
      return State.STOPPED; // BUG: thread-leak
    }
    return started ? State.RUNNING : State.NEW;
  }

  public final Optional<Throwable> failure() {
    Outcome outcome = loop.outcome;
    return outcome == null ? Optional.empty() : Optional.ofNullable(outcome.thrown);
  }

  @Override
  public final void close() {
    requestStop();
    if (thread != Thread.currentThread()) {
      waitForTheLoop();
    }
  }

  private void waitForTheLoop() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          loop.finished.await();
          thread.join();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** How it ended. */
  private record Outcome(State state, Throwable thrown) {}

  /** What the thread does. */
  private static final class Loop implements Runnable {

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Runnable step;
    private final long pauseMillis;
    private volatile boolean cancelled;
    private volatile Outcome outcome;

    Loop(Runnable step, long pauseMillis) {
      this.step = step;
      this.pauseMillis = pauseMillis;
    }

    void cancel() {
      cancelled = true;
    }

    @Override
    public void run() {
      try {
        boolean again = goesOn();
        while (again) {
          step.run();
          again = sleeps() && goesOn();
        }
        finish(State.STOPPED, null);
      } catch (Throwable thrown) {
        finish(State.FAILED, thrown);
      }
    }

    private boolean goesOn() {
      return !cancelled && !Thread.currentThread().isInterrupted();
    }

    private boolean sleeps() {
      try {
        Thread.sleep(pauseMillis);
        return true;
      } catch (InterruptedException e) {
        return false;
      }
    }

    private void finish(State last, Throwable thrown) {
      outcome = new Outcome(last, thrown);
      finished.countDown();
    }
  }
}
