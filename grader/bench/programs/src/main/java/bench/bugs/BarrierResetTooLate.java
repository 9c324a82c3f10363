package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;

/** A spinning barrier whose last thread lets the others go before it resets the count. */
public final class BarrierResetTooLate implements Program {
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean sense;

  @Override
  public void run() throws Exception {
    Parallel.run(this::twice, this::twice);
  }

  private void twice() {
    await();
    await();
  }

  private void await() {
    boolean mine = sense;
    if (waiting.incrementAndGet() == 2) {
      sense = !mine;
      waiting.set(0);
    } else {
      while (sense == mine) {
        Thread.onSpinWait();
      }
    }
  }
}
