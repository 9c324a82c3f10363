package event;

import java.util.concurrent.TimeUnit;

/**
 * Its author believed that nothing can happen between two lines that follow each other, and that
 * the lock is there because {@code wait} asks for one (M18).
 */
public final class ManualResetEvent {

  private final Object monitor = new Object();

  // Volatile: await looks at it before it takes the lock.
  private volatile boolean set;

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
    while (!set) { // BUG: lost-wakeup
      synchronized (monitor) {
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
