package event;

import java.util.concurrent.TimeUnit;

/**
 * Its author believed that a thread that wakes up has been woken by {@code set}, so that there is
 * nothing left to look at (M15).
 */
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
    synchronized (monitor) {
      return set;
    }
  }

  public void await() throws InterruptedException {
    requireNotInterrupted();
    synchronized (monitor) {
      if (!set) { // BUG: unguarded-wait
        monitor.wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
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

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
