package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;

/** A task that forks, in a pool of its own. */
public final class ForkJoinSum implements Program {
  private static final class Sum extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;
    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from == 1) {
        return from;
      }
      int middle = (from + to) / 2;
      Sum left = new Sum(from, middle);
      left.fork();
      return new Sum(middle, to).compute() + left.join();
    }
  }

  @Override
  public void run() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    Check.equal(6, pool.invoke(new Sum(0, 4)));
    pool.shutdown();
    Check.that(pool.awaitTermination(1, TimeUnit.HOURS), "not terminated");
  }
}
