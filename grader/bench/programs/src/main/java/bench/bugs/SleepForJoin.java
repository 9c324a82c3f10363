package bench.bugs;

import bench.Check;
import bench.Program;

/** Sleeps for as long as the other thread surely needs. */
public final class SleepForJoin implements Program {
  private volatile int result;

  @Override
  public void run() throws Exception {
    Thread worker =
        new Thread(() -> {
          try {
            Thread.sleep(10);
          } catch (InterruptedException impossible) {
            return;
          }
          result = 42;
        });
    worker.start();
    Thread.sleep(11);
    int seen = result;
    worker.join();
    Check.equal(42, seen);
  }
}
