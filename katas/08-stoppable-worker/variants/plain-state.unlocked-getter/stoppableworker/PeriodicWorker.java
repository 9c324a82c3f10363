package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock guards every change. Its author thought that to read one reference needs no lock, since a
 * reference is always read as a whole.
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
  private final Runnable action;
  private final long restNanos;
  private State state = State.NEW; // guarded by lock
  private boolean ending; // guarded by lock
  private Throwable reason; // guarded by lock

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    Objects.requireNonNull(threadName);
    action = Objects.requireNonNull(step);
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
      ending = true;
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
      while (!over()) {
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
    return state; // BUG: stale-read
  }

  public final Optional<Throwable> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(reason);
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
        action.run();
        rest();
      }
    } catch (Throwable t) {
      thrown = t;
    }
    lock.lock();
    try {
      reason = thrown;
      become(thrown == null ? State.STOPPED : State.FAILED);
    } finally {
      lock.unlock();
    }
  }

  private boolean mayContinue() {
    lock.lock();
    try {
      return !ending && !Thread.currentThread().isInterrupted();
    } finally {
      lock.unlock();
    }
  }

  private void rest() {
    lock.lock();
    try {
      long left = restNanos;
      while (left > 0 && !ending) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      ending = true;
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
  private boolean over() {
    return state == State.STOPPED || state == State.FAILED;
  }
}
