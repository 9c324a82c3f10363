package event;

import java.util.concurrent.TimeUnit;

/**
 * The author thought that {@code timedWait} does what its name says: it waits for this time, unless
 * somebody has set the event meanwhile.
 */
public final class ManualResetEvent {

  private boolean on;

  public ManualResetEvent() {}

  public synchronized void set() {
    on = true;
    this.notifyAll();
  }

  public synchronized void clear() {
    on = false;
  }

  public synchronized boolean isSet() {
    return on;
  }

  public void await() throws InterruptedException {
    refuseIfInterrupted();
    synchronized (this) {
      while (!on) {
        this.wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    refuseIfInterrupted();
    synchronized (this) {
      if (on) {
        return true;
      }
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
      return on; // BUG: wrong-timeout
    }
  }

  private static void refuseIfInterrupted() throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      Thread.interrupted();
      throw new InterruptedException("interrupted before it waited");
    }
  }
}
