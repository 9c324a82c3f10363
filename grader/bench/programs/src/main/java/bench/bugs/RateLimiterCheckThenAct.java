package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;

/** Compares and then decrements: more pass than may. */
public final class RateLimiterCheckThenAct implements Program {
  private final AtomicInteger left = new AtomicInteger(1);
  private final AtomicInteger passed = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(this::call, this::call);
    Check.equal(1, passed.get());
  }

  private void call() {
    if (left.get() > 0) {
      left.decrementAndGet();
      passed.incrementAndGet();
    }
  }
}
