package event;

import java.util.concurrent.TimeUnit;

/** Its author believed that to wait is to look again and again until the answer is yes (M21). */
public final class ManualResetEvent {

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
      Thread.onSpinWait(); // BUG: busy-wait
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
      Thread.onSpinWait();
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
