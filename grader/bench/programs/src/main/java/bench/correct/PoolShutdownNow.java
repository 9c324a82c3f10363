package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A task that sleeps is interrupted when its pool is stopped. */
public final class PoolShutdownNow implements Program {
  @Override
  public void run() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    pool.execute(() -> {
      started.countDown();
      try {
        Thread.sleep(3_600_000);
      } catch (InterruptedException stopped) {
        interrupted.set(true);
      }
    });
    started.await();
    pool.shutdownNow();
    Check.that(pool.awaitTermination(1, TimeUnit.HOURS), "not terminated");
    Check.that(interrupted.get(), "slept on");
  }
}
