package event;

import java.util.concurrent.TimeUnit;

/**
 * Its author believed that an interrupt is a disturbance, and that a thread which has nothing yet
 * to go on for should go on waiting (M27).
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
      while (!set) {
        try {
          monitor.wait();
        } catch (InterruptedException disturbed) { // BUG: swallowed-interrupt
          continue;
        }
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
