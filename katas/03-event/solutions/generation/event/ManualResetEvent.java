package event;

import java.util.concurrent.TimeUnit;

/**
 * Counts how often the event was set: a thread that waits remembers the count it saw and passes
 * when it has changed, even if the event is clear again by then.
 */
public final class ManualResetEvent {

  private boolean set;
  private long generation;

  public ManualResetEvent() {}

  public synchronized void set() {
    set = true;
    generation++;
    notifyAll();
  }

  public synchronized void clear() {
    set = false;
  }

  public synchronized boolean isSet() {
    return set;
  }

  public void await() throws InterruptedException {
    requireNotInterrupted();
    synchronized (this) {
      long mine = generation;
      while (!hasPassed(mine)) {
        wait();
      }
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    requireNotInterrupted();
    synchronized (this) {
      long mine = generation;
      while (!hasPassed(mine)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return true;
    }
  }

  /** Whether the event is set, or was at any time since the generation {@code mine}. */
  private synchronized boolean hasPassed(long mine) {
    return set || generation != mine;
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
