package event;

import java.util.concurrent.TimeUnit;

/** Looks at the flag without the lock that guards it. */
public final class ManualResetEvent {

  private final Object monitor = new Object();
  private boolean set;

  public ManualResetEvent() {}

  public void set() {
    synchronized (monitor) {
      set = true;
      monitor.notifyAll();
    }
  }

  public void clear() {
    synchronized (monitor) {
      set = false;
    }
  }

  public boolean isSet() {
    return set; // BUG: stale-read
  }

  public void await() throws InterruptedException {
    requireNotInterrupted();
    synchronized (monitor) {
      while (!set) {
        monitor.wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    // Below zero, the subtraction that finds out what is left could overflow.
    long nanos = Math.max(0, unit.toNanos(timeout));
    long deadline = System.nanoTime() + nanos;
    requireNotInterrupted();
    synchronized (monitor) {
      while (!set) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
      }
      return true;
    }
  }

  /** A set event does not call wait, so nobody else would look at the interrupt status. */
  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
