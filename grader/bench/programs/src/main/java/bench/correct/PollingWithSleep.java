package bench.correct;

import bench.Parallel;
import bench.Program;

/** Looks again after a nap, until the flag is set. */
public final class PollingWithSleep implements Program {
  private volatile boolean ready;

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          while (!ready) {
            Thread.sleep(1);
          }
        },
        () -> {
          Thread.sleep(20);
          ready = true;
        });
  }
}
