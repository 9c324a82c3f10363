package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.LockSupport;

/** Announces itself as a waiter only after it has looked: nobody wakes it. */
public final class ParkLostWakeup implements Program {
  private volatile boolean open;
  private volatile Thread waiter;

  @Override
  public void run() throws Exception {
    Parallel.run(this::await, this::open);
  }

  private void await() {
    while (!open) {
      waiter = Thread.currentThread();
      LockSupport.park(this);
    }
  }

  private void open() {
    open = true;
    LockSupport.unpark(waiter);
  }
}
