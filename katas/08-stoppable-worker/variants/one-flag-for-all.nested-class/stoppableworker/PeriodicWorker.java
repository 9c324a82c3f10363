package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The loop is a static class inside the worker. Its author thought that a static class has static
 * fields, and that a flag for two threads must not belong to one object.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final Loop body;
  private final Thread thread;
  private volatile boolean started; // written under the lock of this

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("pauseMillis: " + pauseMillis);
    }
    body = new Loop(Objects.requireNonNull(step), pauseMillis);
    thread = new Thread(body, Objects.requireNonNull(threadName));
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
    body.cancel();
    if (started) {
      thread.interrupt();
    } else {
      body.finish(State.STOPPED, null);
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    boolean finished = body.finished.await(timeout, unit);
    if (finished) {
      thread.join();
    }
    return finished;
  }

  public final State state() {
    Result result = body.result;
    if (result != null) {
      return result.state;
    }
    return started ? State.RUNNING : State.NEW;
  }

  public final Optional<Throwable> failure() {
    Result result = body.result;
    return result == null ? Optional.empty() : Optional.ofNullable(result.thrown);
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
          body.finished.await();
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
  private record Result(State state, Throwable thrown) {}

  /** What the thread does. */
  private static final class Loop implements Runnable {

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Runnable step;
    private final long pauseMillis;
    private static volatile boolean cancelled; // BUG: shared-static-state
    private volatile Result result;

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
      result = new Result(last, thrown);
      finished.countDown();
    }
  }
}
