package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.CompletableFuture;

/** Two stages run somewhere else and are combined. */
public final class CompletableFutureChain implements Program {
  @Override
  public void run() throws Exception {
    CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> 1);
    CompletableFuture<Integer> two = CompletableFuture.supplyAsync(() -> 2);
    Check.equal(3, one.thenCombine(two, Integer::sum).get());
  }
}
