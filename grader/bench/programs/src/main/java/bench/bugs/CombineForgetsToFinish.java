package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** The last of two results should finish the whole, but both count at once. */
public final class CombineForgetsToFinish implements Program {
  private volatile int remaining = 2;
  private volatile boolean finished;

  @Override
  public void run() throws Exception {
    Parallel.run(this::arrive, this::arrive);
    Check.that(finished, "nobody was last");
  }

  private void arrive() {
    remaining--;
    if (remaining == 0) {
      finished = true;
    }
  }
}
