package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.LongAdder;

/** A counter spread over cells. */
public final class LongAdderSum implements Program {
  private final LongAdder sum = new LongAdder();

  @Override
  public void run() throws Exception {
    Parallel.run(sum::increment, sum::increment, sum::increment);
    Check.equal(3, sum.sum());
  }
}
