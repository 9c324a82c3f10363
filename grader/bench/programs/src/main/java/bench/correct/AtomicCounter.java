package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;

/** Two threads count atomically. */
public final class AtomicCounter implements Program {
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(count::incrementAndGet, count::incrementAndGet);
    Check.equal(2, count.get());
  }
}
