package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Sum and count are volatile, each for itself; the average sees one of them late. */
public final class StatisticsTornRead implements Program {
  private volatile long sum;
  private volatile long count;

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          sum += 10;
          count++;
        },
        () -> {
          long seen = sum;
          Check.equal(count * 10, seen);
        });
  }
}
