package bench.bugs;

import bench.Parallel;
import bench.Program;

/** A barrier that counts up and down again: a fast thread passes twice, or a slow one stays. */
public final class BarrierWithoutGenerations implements Program {
  private int waiting;

  @Override
  public void run() throws Exception {
    Parallel.run(this::twice, this::twice);
  }

  private void twice() throws InterruptedException {
    await();
    await();
  }

  private synchronized void await() throws InterruptedException {
    waiting++;
    if (waiting == 2) {
      waiting = 0;
      notifyAll();
    } else {
      while (waiting != 0) {
        wait();
      }
    }
  }
}
