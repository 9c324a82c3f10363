package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Its author believed that a lock or an atomic is for those who change the state, and that to look
 * at it needs nothing (M06, M13).
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private State state = State.NEW; // BUG: stale-read
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long pauseMillis;
  private final Runnable step;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile Throwable failure; // written before the state says so

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("negative: " + pauseMillis);
    }
    this.pauseMillis = pauseMillis;
    this.step = Objects.requireNonNull(step);
    this.thread = new Thread(this::run, Objects.requireNonNull(threadName));
    thread.setDaemon(daemon);
  }

  public final void start() {
    synchronized (this) {
      if (state != State.NEW) {
        throw new IllegalStateException("already " + state);
      }
      state = State.RUNNING;
    }
    thread.start();
  }

  public final void requestStop() {
    synchronized (this) {
      if (state == State.NEW) {
        state = State.STOPPED;
        ended.countDown();
        return;
      }
    }
    stopping = true;
    thread.interrupt();
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    if (!ended.await(timeout, unit)) {
      return false;
    }
    // It has nothing more to do.
    thread.join();
    return true;
  }

  public final State state() {
    return state;
  }

  public final Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public final void close() {
    requestStop();
    if (Thread.currentThread() != thread) {
      joinUninterruptibly();
    }
  }

  private void joinUninterruptibly() {
    boolean interrupted = false;
    boolean joined = false;
    while (!joined) {
      try {
        ended.await();
        thread.join();
        joined = true;
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      repeat();
      become(State.STOPPED);
    } catch (Throwable thrown) {
      failure = thrown;
      become(State.FAILED);
    } finally {
      ended.countDown();
    }
  }

  private synchronized void become(State next) {
    state = next;
  }

  private void repeat() {
    while (!stopping && !Thread.currentThread().isInterrupted()) {
      step.run();
      try {
        Thread.sleep(pauseMillis);
      } catch (InterruptedException told) {
        return;
      }
    }
  }
}
