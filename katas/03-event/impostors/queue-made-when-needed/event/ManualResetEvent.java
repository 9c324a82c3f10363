package event;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Its author believed that a lock around the making, with a look before it and a look inside, is
 * enough for an object that is made once (M14).
 */
public final class ManualResetEvent {

  // Made when the first thread waits: many events are set before anybody does.
  private Queue<Thread> waiters;

  // Volatile: orders the look at the flag after the entry in the queue.
  private volatile boolean set;

  public ManualResetEvent() {}

  public void set() {
    set = true;
    Queue<Thread> sleepers = waiters;
    if (sleepers != null) {
      sleepers.forEach(LockSupport::unpark);
    }
  }

  public void clear() {
    set = false;
  }

  public boolean isSet() {
    return set;
  }

  public void await() throws InterruptedException {
    requireNotInterrupted();
    Queue<Thread> queue = waiters();
    queue.add(Thread.currentThread());
    try {
      while (!set) {
        LockSupport.park(this);
        requireNotInterrupted();
      }
    } finally {
      queue.remove(Thread.currentThread());
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    requireNotInterrupted();
    Queue<Thread> queue = waiters();
    queue.add(Thread.currentThread());
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
      queue.remove(Thread.currentThread());
    }
  }

  private Queue<Thread> waiters() {
    if (waiters == null) { // BUG: unsafe-publication
      synchronized (this) {
        if (waiters == null) {
          waiters = new ConcurrentLinkedQueue<>();
        }
      }
    }
    return waiters;
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
