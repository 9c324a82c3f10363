package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads meet at a phaser and leave it. */
public final class PhaserRounds implements Program {
  private final Phaser phaser = new Phaser(2);
  private final AtomicInteger arrived = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(this::meet, this::meet);
    Check.that(phaser.isTerminated(), "somebody is left");
  }

  private void meet() {
    arrived.incrementAndGet();
    phaser.arriveAndAwaitAdvance();
    Check.equal(2, arrived.get());
    phaser.arriveAndDeregister();
  }
}
