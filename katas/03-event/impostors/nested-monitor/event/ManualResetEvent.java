package event;

import java.util.concurrent.TimeUnit;

/** Its author believed that {@code wait} gives back every lock that the thread holds (M22). */
public final class ManualResetEvent {

  private final Object monitor = new Object();
  private boolean set;

  public ManualResetEvent() {}

  public synchronized void set() {
    synchronized (monitor) {
      set = true;
      monitor.notifyAll();
    }
  }

  public synchronized void clear() {
    synchronized (monitor) {
      set = false;
    }
  }

  public synchronized boolean isSet() {
    synchronized (monitor) {
      return set;
    }
  }

  public synchronized void await() throws InterruptedException {
    requireNotInterrupted();
    synchronized (monitor) {
      while (!set) {
        monitor.wait(); // BUG: wait-holding-lock
      }
    }
  }

  public synchronized boolean await(long timeout, TimeUnit unit) throws InterruptedException {
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
