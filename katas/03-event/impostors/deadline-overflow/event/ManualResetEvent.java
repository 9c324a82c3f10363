package event;

import java.util.concurrent.TimeUnit;

/** Its author believed that a point in time is an ordinary number: later is larger (M34). */
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
        monitor.wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    requireNotInterrupted();
    synchronized (monitor) {
      while (!set) {
        if (System.nanoTime() >= deadline) { // BUG: wrong-timeout
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, deadline - System.nanoTime());
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
