package event;

import java.util.concurrent.TimeUnit;

/**
 * The author thought that with a short limit in every wait nobody needs to be notified: who waits
 * will see for himself, a few milliseconds later at most.
 */
public final class ManualResetEvent {

  private static final long A_MOMENT = 5; // milliseconds

  private boolean set; // guarded by this

  public ManualResetEvent() {}

  public synchronized void set() {
    set = true;
  }

  public synchronized void clear() {
    set = false;
  }

  public synchronized boolean isSet() {
    return set;
  }

  public synchronized void await() throws InterruptedException {
    refuseInterrupted();
    while (!set) {
      wait(A_MOMENT); // BUG: busy-wait
    }
  }

  public synchronized boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = Math.max(0, unit.toNanos(timeout));
    refuseInterrupted();
    long begin = System.nanoTime();
    while (!set) {
      if (System.nanoTime() - begin >= nanos) {
        return false;
      }
      wait(A_MOMENT);
    }
    return true;
  }

  private void refuseInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
