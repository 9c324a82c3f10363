package bench.speed;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Three threads count to two each, without any lock; at least two counts survive. */
public final class RacyCounter implements Program {

  private int count;

  @Override
  public void run() throws Exception {
    Parallel.run(this::twice, this::twice, this::twice);
    Check.that(count >= 2 && count <= 6, "counts were made up");
  }

  private void twice() {
    for (int i = 0; i < 2; i++) {
      count++;
    }
  }
}
