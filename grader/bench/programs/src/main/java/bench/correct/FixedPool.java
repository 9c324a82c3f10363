package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The JDK's pool runs tasks, is shut down and awaited. */
public final class FixedPool implements Program {
  @Override
  public void run() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<Integer> one = pool.submit(() -> 1);
    Future<Integer> two = pool.submit(() -> 2);
    pool.shutdown();
    Check.equal(3, one.get() + two.get());
    Check.that(pool.awaitTermination(1, TimeUnit.HOURS), "not terminated");
  }
}
