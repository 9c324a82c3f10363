package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A semaphore whose acquire waits with {@code if}: a barging thread makes the permits negative. */
public final class SemaphoreWithIf implements Program {
  private int permits = 1;
  private int inside;

  @Override
  public void run() throws Exception {
    Parallel.run(this::use, this::use, this::use);
  }

  private void use() throws InterruptedException {
    acquire();
    synchronized (this) {
      Check.that(++inside == 1, "two threads hold one permit");
    }
    synchronized (this) {
      inside--;
    }
    release();
  }

  private synchronized void acquire() throws InterruptedException {
    if (permits == 0) {
      wait();
    }
    permits--;
  }

  private synchronized void release() {
    permits++;
    notify();
  }
}
