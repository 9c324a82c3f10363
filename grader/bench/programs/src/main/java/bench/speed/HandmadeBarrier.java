package bench.speed;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Three threads meet twice at a barrier with generations, made of a monitor. */
public final class HandmadeBarrier implements Program {

  private static final int PARTIES = 3;

  private int waiting;
  private int generation;
  private int arrivals;

  @Override
  public void run() throws Exception {
    Parallel.run(this::twice, this::twice, this::twice);
    Check.equal(2, generation);
  }

  private void twice() throws InterruptedException {
    for (int round = 1; round <= 2; round++) {
      await();
      Check.that(arrivals >= PARTIES * round, "passed before all had come");
    }
  }

  private synchronized void await() throws InterruptedException {
    arrivals++;
    int mine = generation;
    if (++waiting == PARTIES) {
      waiting = 0;
      generation++;
      notifyAll();
      return;
    }
    while (mine == generation) {
      wait();
    }
  }
}
