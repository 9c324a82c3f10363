package bench.correct;

import bench.Check;
import bench.Program;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** All tasks have ended when {@code invokeAll} returns. */
public final class InvokeAll implements Program {
  @Override
  public void run() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2, () -> 3);
    int sum = 0;
    for (Future<Integer> future : pool.invokeAll(tasks)) {
      Check.that(future.isDone(), "not done");
      sum += future.get();
    }
    pool.shutdown();
    Check.equal(6, sum);
    Check.that(pool.awaitTermination(1, TimeUnit.HOURS), "not terminated");
  }
}
