package bench.bugs;

import bench.Parallel;
import bench.Program;

/** Producers and consumers of a one-place buffer share one monitor, and only one is woken. */
public final class NotifyForNotifyAll implements Program {
  private boolean full;

  @Override
  public void run() throws Exception {
    Parallel.run(this::put, this::put, this::take, this::take);
  }

  private synchronized void put() throws InterruptedException {
    while (full) {
      wait();
    }
    full = true;
    notify();
  }

  private synchronized void take() throws InterruptedException {
    while (!full) {
      wait();
    }
    full = false;
    notify();
  }
}
