package event;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * No lock at all: a waiting thread first enters a queue, then looks at the flag; {@code set} first
 * writes the flag, then looks at the queue. So one of the two always sees the other.
 */
public final class ManualResetEvent {

  private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();

  // Volatile: orders the look at the flag after the entry in the queue, and publishes what came
  // before set.
  private volatile boolean set;

  public ManualResetEvent() {}

  public void set() {
    set = true;
    waiters.forEach(LockSupport::unpark);
  }

  public void clear() {
    set = false;
  }

  public boolean isSet() {
    return set;
  }

  public void await() throws InterruptedException {
    requireNotInterrupted();
    waiters.add(Thread.currentThread());
    try {
      while (!set) {
        LockSupport.park(this);
        requireNotInterrupted();
      }
    } finally {
      waiters.remove(Thread.currentThread());
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    requireNotInterrupted();
    waiters.add(Thread.currentThread());
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
      waiters.remove(Thread.currentThread());
    }
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
