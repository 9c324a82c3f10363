package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A one-place buffer that wakes everybody. */
public final class NotifyAllBuffer implements Program {
  private boolean full;

  @Override
  public void run() throws Exception {
    Parallel.run(this::put, this::put, this::take, this::take);
    Check.that(!full, "an item is left");
  }

  private synchronized void put() throws InterruptedException {
    while (full) {
      wait();
    }
    full = true;
    notifyAll();
  }

  private synchronized void take() throws InterruptedException {
    while (!full) {
      wait();
    }
    full = false;
    notifyAll();
  }
}
