package event;

import java.util.concurrent.TimeUnit;

/**
 * Its author believed that {@code wait} takes care of interrupts; but a set event never gets there
 * (M27).
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
    synchronized (monitor) { // BUG: swallowed-interrupt
      while (!set) {
        monitor.wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
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
}
