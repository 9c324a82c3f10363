package event;

import java.util.concurrent.TimeUnit;

/**
 * The author thought that a notification is kept until somebody comes to fetch it, so a thread that
 * waits first and looks then misses nothing.
 */
public final class ManualResetEvent {

  private boolean rung; // guarded by this

  public ManualResetEvent() {}

  public synchronized void set() {
    rung = true;
    notifyAll();
  }

  public synchronized void clear() {
    rung = false;
  }

  public synchronized boolean isSet() {
    return rung;
  }

  public synchronized void await() throws InterruptedException {
    for (boolean heard = false; !heard; heard = rung) {
      wait(); // BUG: forgotten-signal
    }
  }

  public synchronized boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = unit.toNanos(timeout);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return rung || isRungWithin(limit);
  }

  /** Called with the lock held. */
  private boolean isRungWithin(long limit) throws InterruptedException {
    long begin = System.nanoTime();
    for (long left = limit; !rung && left > 0; left = limit - (System.nanoTime() - begin)) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return rung;
  }
}
