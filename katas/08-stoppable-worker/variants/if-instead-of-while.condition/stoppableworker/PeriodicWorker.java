package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pause is a timed wait on a condition. Its author thought that a wait with a time limit is
 * either interrupted or as long as the limit.
 */
public class PeriodicWorker implements AutoCloseable {

  public enum State {
    NEW,
    RUNNING,
    STOPPED,
    FAILED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition(); // signalled with the state
  private final Thread runner;
  private final Runnable job;
  private final long restNanos;
  private State state = State.NEW; // guarded by lock
  private boolean leaving; // guarded by lock
  private Throwable error; // guarded by lock

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    Objects.requireNonNull(threadName);
    job = Objects.requireNonNull(step);
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("pauseMillis = " + pauseMillis);
    }
    restNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    runner = Thread.ofPlatform().name(threadName).daemon(daemon).unstarted(this::work);
  }

  public final void start() {
    lock.lock();
    try {
      if (state != State.NEW) {
        throw new IllegalStateException("cannot start, is " + state);
      }
      state = State.RUNNING;
      runner.start();
    } finally {
      lock.unlock();
    }
  }

  public final void requestStop() {
    lock.lock();
    try {
      leaving = true;
      if (state == State.NEW) {
        become(State.STOPPED);
      } else if (state == State.RUNNING) {
        runner.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  public final boolean awaitStopped(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!hasEnded()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    runner.join();
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
      return Optional.ofNullable(error);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public final void close() {
    requestStop();
    if (Thread.currentThread() == runner) {
      return;
    }
    boolean interrupted = false;
    boolean stopped = false;
    while (!stopped) {
      try {
        stopped = awaitStopped(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    Throwable thrown = null;
    try {
      while (mayContinue()) {
        job.run();
        takeABreak();
      }
    } catch (Throwable t) {
      thrown = t;
    }
    lock.lock();
    try {
      error = thrown;
      become(thrown == null ? State.STOPPED : State.FAILED);
    } finally {
      lock.unlock();
    }
  }

  private boolean mayContinue() {
    lock.lock();
    try {
      return !leaving && !Thread.currentThread().isInterrupted();
    } finally {
      lock.unlock();
    }
  }

  private void takeABreak() {
    lock.lock();
    try {
      if (restNanos > 0 && !leaving) {
        changed.awaitNanos(restNanos); // BUG: wrong-timeout
      }
    } catch (InterruptedException e) {
      leaving = true;
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void become(State next) {
    state = next;
    changed.signalAll();
  }

  /** Called with the lock held. */
  private boolean hasEnded() {
    return state == State.STOPPED || state == State.FAILED;
  }
}
