package bench.speed;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Three threads acquire and release a monitor-based semaphore twice each. */
public final class MonitorSemaphore implements Program {

  private int permits = 1;

  @Override
  public void run() throws Exception {
    Parallel.run(this::twice, this::twice, this::twice);
    Check.equal(1, permits);
  }

  private void twice() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      acquire();
      release();
    }
  }

  private synchronized void acquire() throws InterruptedException {
    while (permits == 0) {
      wait();
    }
    permits--;
  }

  private synchronized void release() {
    permits++;
    notify();
  }
}
