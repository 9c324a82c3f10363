package event;

import java.util.concurrent.TimeUnit;

/**
 * The author thought that {@code wait} counts in milliseconds, so the deadline has to be asked in
 * milliseconds, and that a rest below one is no wait at all.
 */
public final class ManualResetEvent {

  private final Object lock = new Object();
  private boolean done; // guarded by lock

  public ManualResetEvent() {}

  public boolean isSet() {
    synchronized (lock) {
      return done;
    }
  }

  public void set() {
    synchronized (lock) {
      done = true;
      lock.notifyAll();
    }
  }

  public void clear() {
    synchronized (lock) {
      done = false;
    }
  }

  public void await() throws InterruptedException {
    checkInterrupt();
    synchronized (lock) {
      while (!done) {
        lock.wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    Deadline deadline = Deadline.in(timeout, unit);
    checkInterrupt();
    synchronized (lock) {
      Rest rest = deadline.rest();
      while (!done && !rest.isNothing()) {
        lock.wait(rest.millis()); // BUG: wrong-timeout
        rest = deadline.rest();
      }
      return done;
    }
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** A moment on the clock of {@link System#nanoTime}. */
  private record Deadline(long moment) {
    static Deadline in(long timeout, TimeUnit unit) {
      return new Deadline(System.nanoTime() + Math.max(0, unit.toNanos(timeout)));
    }

    Rest rest() {
      return new Rest(moment - System.nanoTime());
    }
  }

  /** What is left until a deadline. */
  private record Rest(long nanos) {
    boolean isNothing() {
      return nanos <= 0;
    }

    long millis() {
      return nanos / 1_000_000;
    }
  }
}
