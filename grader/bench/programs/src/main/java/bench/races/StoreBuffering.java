package bench.races;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Two threads write one plain field each and read the other: both may read the old value. */
public final class StoreBuffering implements Program {
  private int x;
  private int y;
  private int seenByFirst;
  private int seenBySecond;

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          x = 1;
          seenByFirst = y;
        },
        () -> {
          y = 1;
          seenBySecond = x;
        });
    Check.that(seenByFirst + seenBySecond > 0, "both read the old value");
  }
}
