package bench.correct;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;

/** A spinning barrier that resets its count before it lets the others go. */
public final class SenseBarrier implements Program {
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean sense;

  @Override
  public void run() throws Exception {
    Parallel.run(this::twice, this::twice, this::twice);
  }

  private void twice() {
    await();
    await();
  }

  private void await() {
    boolean mine = sense;
    if (waiting.incrementAndGet() == 3) {
      waiting.set(0);
      sense = !mine;
    } else {
      while (sense == mine) {
        Thread.onSpinWait();
      }
    }
  }
}
