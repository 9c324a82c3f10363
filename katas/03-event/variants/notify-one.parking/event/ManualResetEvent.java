package event;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The author thought of the queue as one in front of a counter: the gate calls the first, and who
 * stands behind comes along by itself.
 */
public final class ManualResetEvent {

  private final Queue<Thread> queue = new ConcurrentLinkedQueue<>();

  // Volatile: who waits queues first and looks then, who sets writes first and calls then.
  private volatile boolean open;

  public ManualResetEvent() {}

  public boolean isSet() {
    return open;
  }

  public void clear() {
    open = false;
  }

  public void set() {
    open = true;
    LockSupport.unpark(queue.peek()); // BUG: lost-wakeup
  }

  public void await() throws InterruptedException {
    queueUp();
    try {
      while (!open) {
        LockSupport.park(this);
        refuseInterrupted();
      }
    } finally {
      queue.remove(Thread.currentThread());
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    long begin = System.nanoTime();
    queueUp();
    try {
      for (long left = nanos; !open && left > 0; left = nanos - (System.nanoTime() - begin)) {
        LockSupport.parkNanos(this, left);
        refuseInterrupted();
      }
      return open;
    } finally {
      queue.remove(Thread.currentThread());
    }
  }

  private void queueUp() throws InterruptedException {
    refuseInterrupted();
    queue.add(Thread.currentThread());
  }

  private static void refuseInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
