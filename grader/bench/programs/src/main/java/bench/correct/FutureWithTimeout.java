package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A future that nobody completes ends with a timeout. */
public final class FutureWithTimeout implements Program {
  @Override
  public void run() throws Exception {
    CompletableFuture<Integer> never = new CompletableFuture<>();
    int value = never.completeOnTimeout(7, 5, TimeUnit.MILLISECONDS).get();
    Check.equal(7, value);
  }
}
