package event;

import java.util.concurrent.TimeUnit;

/** Its author believed that a flag must be static to be seen by all threads (M08). */
public final class ManualResetEvent {

  private static final Object MONITOR = new Object();
  private static boolean set; // BUG: shared-static-state

  public ManualResetEvent() {}

  public void set() {
    synchronized (MONITOR) {
      set = true;
      MONITOR.notifyAll();
    }
  }

  public void clear() {
    synchronized (MONITOR) {
      set = false;
    }
  }

  public boolean isSet() {
    synchronized (MONITOR) {
      return set;
    }
  }

  public void await() throws InterruptedException {
    requireNotInterrupted();
    synchronized (MONITOR) {
      while (!set) {
        MONITOR.wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    requireNotInterrupted();
    synchronized (MONITOR) {
      while (!set) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(MONITOR, left);
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
