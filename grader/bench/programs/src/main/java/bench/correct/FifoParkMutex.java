package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A first-in-first-out mutex of a queue, a flag and park. */
public final class FifoParkMutex implements Program {
  private final AtomicBoolean locked = new AtomicBoolean();
  private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(this::increment, this::increment, this::increment);
    Check.equal(3, value);
  }

  private void increment() {
    Thread me = Thread.currentThread();
    waiters.add(me);
    while (waiters.peek() != me || !locked.compareAndSet(false, true)) {
      LockSupport.park(this);
    }
    waiters.remove();
    value++;
    locked.set(false);
    LockSupport.unpark(waiters.peek());
  }
}
