package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock guards all that changes. One condition ends the pause, another one tells those who wait
 * for the end. The interrupt is for the step alone.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopRequested = lock.newCondition();
  private final Condition ended = lock.newCondition();
  private final String threadName;
  private final boolean daemon;
  private final long pauseMillis;
  private final Runnable step;
  private State state = State.NEW; // guarded by lock, like all that follows
  private boolean stopping;
  private Throwable failure;
  private Thread thread;

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("negative: " + pauseMillis);
    }
    this.threadName = Objects.requireNonNull(threadName);
    this.daemon = daemon;
    this.pauseMillis = pauseMillis;
    this.step = Objects.requireNonNull(step);
  }

  public final void start() {
    lock.lock();
    try {
      if (state != State.NEW) {
        throw new IllegalStateException("already " + state);
      }
      thread = Thread.ofPlatform().name(threadName).daemon(daemon).unstarted(this::run);
      state = State.RUNNING;
      thread.start();
    } finally {
      lock.unlock();
    }
  }

  public final void requestStop() {
    lock.lock();
    try {
      stopping = true;
      stopRequested.signalAll();
      switch (state) {
        case NEW -> end(State.STOPPED, null);
        case RUNNING -> thread.interrupt();
        case STOPPED, FAILED -> {}
      }
    } finally {
      lock.unlock();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!hasEnded() && left > 0) {
        left = ended.awaitNanos(left);
      }
      if (!hasEnded()) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    join();
    return true;
  }

  public final State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  public final Optional<Throwable> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(failure);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public final void close() {
    requestStop();
    if (isWorker()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    while (true) {
      try {
        if (awaitStopped(Long.MAX_VALUE, TimeUnit.DAYS)) {
          break;
        }
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWorker() {
    lock.lock();
    try {
      return thread == Thread.currentThread();
    } finally {
      lock.unlock();
    }
  }

  /** Called when the thread has nothing more to do, or was never made. */
  private void join() throws InterruptedException {
    Thread last;
    lock.lock();
    try {
      last = thread;
    } finally {
      lock.unlock();
    }
    if (last != null) {
      last.join();
    }
  }

  private void run() {
    try {
      while (mayGoOn()) {
        step.run();
        pause();
      }
      end(State.STOPPED, null);
    } catch (Throwable thrown) {
      end(State.FAILED, thrown);
    }
  }

  private boolean mayGoOn() {
    lock.lock();
    try {
      return !stopping && !Thread.currentThread().isInterrupted();
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    long left = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    lock.lock();
    try {
      while (!stopping && left > 0) {
        left = stopRequested.awaitNanos(left);
      }
    } catch (InterruptedException told) {
      stopping = true;
    } finally {
      lock.unlock();
    }
  }

  private void end(State last, Throwable thrown) {
    lock.lock();
    try {
      failure = thrown;
      state = last;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private boolean hasEnded() {
    return state == State.STOPPED || state == State.FAILED;
  }
}
