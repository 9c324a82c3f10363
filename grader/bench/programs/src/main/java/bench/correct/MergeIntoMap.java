package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts words with one atomic call. */
public final class MergeIntoMap implements Program {
  private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> counts.merge("a", 1, Integer::sum),
        () -> counts.merge("a", 1, Integer::sum),
        () -> counts.merge("b", 1, Integer::sum));
    Check.equal(2, counts.get("a"));
  }
}
