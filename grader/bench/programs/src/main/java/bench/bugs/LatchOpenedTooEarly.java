package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.CountDownLatch;

/** Counts down before the work is done. */
public final class LatchOpenedTooEarly implements Program {
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile int value;

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          ready.countDown();
          value = 42;
        },
        () -> {
          ready.await();
          Check.equal(42, value);
        });
  }
}
