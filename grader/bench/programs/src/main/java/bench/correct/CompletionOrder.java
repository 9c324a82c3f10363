package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Takes results in the order in which they come. */
public final class CompletionOrder implements Program {
  @Override
  public void run() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CompletionService<Integer> results = new ExecutorCompletionService<>(pool);
    results.submit(() -> 1);
    results.submit(() -> 2);
    Check.equal(3, results.take().get() + results.take().get());
    pool.shutdown();
    Check.that(pool.awaitTermination(1, TimeUnit.HOURS), "not terminated");
  }
}
