package bench.correct;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.LockSupport;

/** Spins a while, then parks. */
public final class SpinThenPark implements Program {
  private volatile boolean open;
  private volatile Thread waiter;

  @Override
  public void run() throws Exception {
    Parallel.run(this::await, this::open);
  }

  private void await() {
    waiter = Thread.currentThread();
    for (int i = 0; i < 20 && !open; i++) {
      Thread.onSpinWait();
    }
    while (!open) {
      LockSupport.park(this);
    }
  }

  private void open() {
    open = true;
    LockSupport.unpark(waiter);
  }
}
