package event;

import java.util.concurrent.TimeUnit;

/**
 * The author thought of the limit as one for a nap: nobody sleeps longer than this at a stretch,
 * and after each nap one looks at the flag.
 */
public final class ManualResetEvent {

  private boolean ready; // guarded by this

  public ManualResetEvent() {}

  public void await() throws InterruptedException {
    throwIfInterrupted();
    synchronized (this) {
      while (!ready) {
        wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = unit.toNanos(timeout);
    throwIfInterrupted();
    synchronized (this) {
      boolean wokenEarly = limit > 0;
      while (!ready && wokenEarly) {
        wokenEarly = nap(limit); // BUG: wrong-timeout
      }
      return ready;
    }
  }

  public synchronized void set() {
    ready = true;
    notifyAll();
  }

  public synchronized void clear() {
    ready = false;
  }

  public synchronized boolean isSet() {
    return ready;
  }

  /** Whether somebody ended the nap before its time was over; called with the lock held. */
  private boolean nap(long nanos) throws InterruptedException {
    long asleepAt = System.nanoTime();
    TimeUnit.NANOSECONDS.timedWait(this, nanos);
    return System.nanoTime() - asleepAt < nanos;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
