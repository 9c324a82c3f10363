package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A task that runs at a fixed rate, cancelled after its third run. */
public final class Scheduled implements Program {
  @Override
  public void run() throws Exception {
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    CountDownLatch ticks = new CountDownLatch(3);
    ScheduledFuture<?> ticking =
        timer.scheduleAtFixedRate(ticks::countDown, 1, 1, TimeUnit.MILLISECONDS);
    ticks.await();
    ticking.cancel(false);
    timer.shutdown();
    Check.that(timer.awaitTermination(1, TimeUnit.HOURS), "not terminated");
  }
}
