package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's fair semaphore holds its limit. */
public final class FairSemaphore implements Program {
  private final Semaphore permits = new Semaphore(2, true);
  private final AtomicInteger inside = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(this::use, this::use, this::use);
    Check.equal(2, permits.availablePermits());
  }

  private void use() throws InterruptedException {
    permits.acquire();
    try {
      Check.that(inside.incrementAndGet() <= 2, "too many");
      inside.decrementAndGet();
    } finally {
      permits.release();
    }
  }
}
