package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The end is booked in a finally block. Its author thought that a Runnable, which declares nothing,
 * can throw nothing but a RuntimeException.
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
  private final Thread thread;
  private final Runnable job;
  private final long restNanos;
  private State state = State.NEW; // guarded by lock
  private boolean stopRequested; // guarded by lock
  private Throwable reason; // guarded by lock

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    Objects.requireNonNull(threadName);
    job = Objects.requireNonNull(step);
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("pauseMillis = " + pauseMillis);
    }
    restNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    thread = Thread.ofPlatform().name(threadName).daemon(daemon).unstarted(this::work);
  }

  public final void start() {
    lock.lock();
    try {
      if (state != State.NEW) {
        throw new IllegalStateException("cannot start, is " + state);
      }
      state = State.RUNNING;
      thread.start();
    } finally {
      lock.unlock();
    }
  }

  public final void requestStop() {
    lock.lock();
    try {
      stopRequested = true;
      if (state == State.NEW) {
        become(State.STOPPED);
      } else if (state == State.RUNNING) {
        thread.interrupt();
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
    thread.join();
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
      return Optional.ofNullable(reason);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public final void close() {
    requestStop();
    if (Thread.currentThread() == thread) {
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
    RuntimeException thrown = null;
    try {
      while (mayContinue()) {
        job.run();
        rest();
      }
    } catch (RuntimeException e) { // BUG: lost-exception
      thrown = e;
    } finally {
      book(thrown);
    }
  }

  private void book(RuntimeException thrown) {
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
      return !stopRequested && !Thread.currentThread().isInterrupted();
    } finally {
      lock.unlock();
    }
  }

  private void rest() {
    lock.lock();
    try {
      long left = restNanos;
      while (left > 0 && !stopRequested) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      stopRequested = true;
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
