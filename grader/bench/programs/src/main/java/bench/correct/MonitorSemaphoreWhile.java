package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A semaphore whose acquire waits in a loop. */
public final class MonitorSemaphoreWhile implements Program {
  private int permits = 1;
  private int inside;

  @Override
  public void run() throws Exception {
    Parallel.run(this::use, this::use, this::use);
  }

  private void use() throws InterruptedException {
    acquire();
    Check.that(++inside == 1, "two threads hold one permit");
    inside--;
    release();
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
