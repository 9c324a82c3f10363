package grader.boot;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/**
 * What rewritten classes call: a yield point before each step that other threads can notice, and
 * waits that may end without reason.
 *
 * <p>Thread-safe: an engine installs its {@link Handler} before the first rewritten class is
 * loaded.
 */
public final class Hooks {

  /** How an engine answers the hooks. Called on the thread that runs the rewritten code. */
  public interface Handler {

    /** The calling thread is about to do something that other threads can notice. */
    void point();

    /** The calling thread is about to wait for some time: a sleep, a timed wait, a timed park. */
    void pause();

    /** Whether the wait that begins now ends at once, without anybody's notify (JLS 17.2.1). */
    boolean wakesSpuriously();

    /** The wait that ended at once is over. */
    void woken();
  }

  private static final long MOMENT_NANOS = 50_000;

  // Volatile: installed by the worker's main thread, read by every thread of every trial.
  private static volatile Handler handler = new Quiet();

  private Hooks() {}

  /** Makes {@code next} answer from now on. */
  public static void install(Handler next) {
    handler = next;
  }

  /** A yield point. */
  public static void point() {
    handler.point();
  }

  /** A yield point before a timed wait. */
  public static void pause() {
    handler.pause();
  }

  /** Stands in for {@link Object#wait()}. */
  @SuppressWarnings("WaitNotInLoop") // The loop, if there is one, is the caller's.
  public static void await(Object monitor) throws InterruptedException {
    handler.point();
    if (handler.wakesSpuriously()) {
      try {
        monitor.wait(1);
      } finally {
        handler.woken();
      }
    } else {
      monitor.wait();
    }
  }

  /** Stands in for {@link Condition#await()}. */
  @SuppressWarnings("WaitNotInLoop") // The loop, if there is one, is the caller's.
  public static void await(Condition condition) throws InterruptedException {
    handler.point();
    if (handler.wakesSpuriously()) {
      try {
        long ignored = condition.awaitNanos(MOMENT_NANOS);
      } finally {
        handler.woken();
      }
    } else {
      condition.await();
    }
  }

  /** Stands in for {@link LockSupport#park()}. */
  public static void park() {
    handler.point();
    if (handler.wakesSpuriously()) {
      handler.woken();
    } else {
      LockSupport.park();
    }
  }

  /** Stands in for {@link LockSupport#park(Object)}. */
  public static void park(Object blocker) {
    handler.point();
    if (handler.wakesSpuriously()) {
      handler.woken();
    } else {
      LockSupport.park(blocker);
    }
  }

  private static final class Quiet implements Handler {
    @Override
    public void point() {}

    @Override
    public void pause() {}

    @Override
    public boolean wakesSpuriously() {
      return false;
    }

    @Override
    public void woken() {}
  }
}
