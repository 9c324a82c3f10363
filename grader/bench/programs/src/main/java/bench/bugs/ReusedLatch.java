package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.CountDownLatch;

/** A latch is replaced for the next round while somebody still waits for the old one's field. */
public final class ReusedLatch implements Program {
  private volatile CountDownLatch latch = new CountDownLatch(1);

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          latch.countDown();
          latch = new CountDownLatch(1);
        },
        () -> latch.await());
  }
}
