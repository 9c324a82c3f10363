package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Its author believed that to look once a millisecond is to wait: it uses hardly any processor time
 * (M20).
 */
public final class ManualResetEvent {

  private static final long PAUSE_NANOS = 1_000_000;

  // Volatile: one thread writes it, others watch it.
  private volatile boolean set;

  public ManualResetEvent() {}

  public void set() {
    set = true;
  }

  public void clear() {
    set = false;
  }

  public boolean isSet() {
    return set;
  }

  public void await() throws InterruptedException {
    requireNotInterrupted();
    while (!set) {
      LockSupport.parkNanos(PAUSE_NANOS); // BUG: busy-wait
      requireNotInterrupted();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    requireNotInterrupted();
    while (!set) {
      if (deadline - System.nanoTime() <= 0) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      requireNotInterrupted();
    }
    return true;
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
