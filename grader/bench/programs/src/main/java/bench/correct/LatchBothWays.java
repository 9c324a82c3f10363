package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** One latch starts the workers, another waits for them. */
public final class LatchBothWays implements Program {
  private final CountDownLatch start = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(2);
  private final AtomicInteger work = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(
        this::work,
        this::work,
        () -> {
          Check.equal(0, work.get());
          start.countDown();
          done.await();
          Check.equal(2, work.get());
        });
  }

  private void work() throws InterruptedException {
    start.await();
    work.incrementAndGet();
    done.countDown();
  }
}
