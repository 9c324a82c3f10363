package bench.correct;

import bench.Check;
import bench.Program;
import java.util.stream.IntStream;

/** A stream on the common pool. */
public final class ParallelStream implements Program {
  @Override
  public void run() throws Exception {
    Check.equal(28, IntStream.range(0, 8).parallel().sum());
  }
}
