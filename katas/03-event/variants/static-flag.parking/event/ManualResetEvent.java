package event;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The author thought that static is what threads share, as opposed to what belongs to one of them;
 * and volatile makes sure that they all see it.
 */
public final class ManualResetEvent {

  private static volatile boolean raised; // BUG: shared-static-state

  private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();

  public ManualResetEvent() {
    raised = false;
  }

  public void set() {
    raised = true;
    for (Thread thread : waiting) {
      LockSupport.unpark(thread);
    }
  }

  public void clear() {
    raised = false;
  }

  public boolean isSet() {
    return raised;
  }

  public void await() throws InterruptedException {
    requireNoInterrupt();
    waiting.add(Thread.currentThread());
    try {
      while (!raised) {
        LockSupport.park(this);
        requireNoInterrupt();
      }
    } finally {
      waiting.remove(Thread.currentThread());
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    requireNoInterrupt();
    waiting.add(Thread.currentThread());
    try {
      long left = end - System.nanoTime();
      while (!raised && left > 0) {
        LockSupport.parkNanos(this, left);
        requireNoInterrupt();
        left = end - System.nanoTime();
      }
      return raised;
    } finally {
      waiting.remove(Thread.currentThread());
    }
  }

  private static void requireNoInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
