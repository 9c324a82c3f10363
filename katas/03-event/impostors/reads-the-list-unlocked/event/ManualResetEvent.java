package event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Its author believed that only those who change a list need its lock, and that whoever goes
 * through it does no harm (M06).
 */
public final class ManualResetEvent {

  private final List<Thread> waiters = new ArrayList<>();

  // Volatile: orders the look at the flag after the entry in the list.
  private volatile boolean set;

  public ManualResetEvent() {}

  public void set() {
    set = true;
    waiters.forEach(LockSupport::unpark); // BUG: data-race
  }

  public void clear() {
    set = false;
  }

  public boolean isSet() {
    return set;
  }

  public void await() throws InterruptedException {
    requireNotInterrupted();
    enter();
    try {
      while (!set) {
        LockSupport.park(this);
        requireNotInterrupted();
      }
    } finally {
      leave();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    requireNotInterrupted();
    enter();
    try {
      while (!set) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, left);
        requireNotInterrupted();
      }
      return true;
    } finally {
      leave();
    }
  }

  private void enter() {
    synchronized (waiters) {
      waiters.add(Thread.currentThread());
    }
  }

  private void leave() {
    synchronized (waiters) {
      waiters.remove(Thread.currentThread());
    }
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
