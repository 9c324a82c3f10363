package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Threads meet twice at the JDK's barrier. */
public final class CyclicBarrierRounds implements Program {
  private int rounds;
  private final CyclicBarrier barrier = new CyclicBarrier(2, () -> rounds++);

  @Override
  public void run() throws Exception {
    Parallel.run(this::twice, this::twice);
    Check.equal(2, rounds);
  }

  private void twice() throws InterruptedException, BrokenBarrierException {
    barrier.await();
    barrier.await();
  }
}
