package stoppableworker;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The thread takes the lock once, when it begins, and leaves it while it pauses. Its author thought
 * that the fields are safest if the lock is held wherever the wait does not give it away.
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
  private final Thread own;
  private final Runnable job;
  private final long restNanos;
  private State state = State.NEW; // guarded by lock
  private boolean asked; // guarded by lock
  private Throwable reason; // guarded by lock

  public PeriodicWorker(String threadName, boolean daemon, long pauseMillis, Runnable step) {
    Objects.requireNonNull(threadName);
    job = Objects.requireNonNull(step);
    if (pauseMillis < 0) {
      throw new IllegalArgumentException("pauseMillis = " + pauseMillis);
    }
    restNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    own = Thread.ofPlatform().name(threadName).daemon(daemon).unstarted(this::work);
  }

  public final void start() {
    lock.lock();
    try {
      if (state != State.NEW) {
        throw new IllegalStateException("cannot start, is " + state);
      }
      state = State.RUNNING;
      own.start();
    } finally {
      lock.unlock();
    }
  }

  public final void requestStop() {
    lock.lock();
    try {
      asked = true;
      if (state == State.NEW) {
        become(State.STOPPED);
      } else if (state == State.RUNNING) {
        own.interrupt();
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
    own.join();
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
    if (Thread.currentThread() == own) {
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
    lock.lock();
    try {
      while (!asked && !Thread.currentThread().isInterrupted()) {
        job.run(); // BUG: wait-holding-lock
        rest();
      }
      become(State.STOPPED);
    } catch (Throwable thrown) {
      reason = thrown;
      become(State.FAILED);
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void rest() {
    try {
      long left = restNanos;
      while (left > 0 && !asked) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      asked = true;
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
