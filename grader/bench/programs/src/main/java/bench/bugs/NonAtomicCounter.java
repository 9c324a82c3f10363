package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Two threads count without a lock: an update is lost. */
public final class NonAtomicCounter implements Program {
  private int count;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> count++, () -> count++);
    Check.equal(2, count);
  }
}
