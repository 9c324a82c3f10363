package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Yields until another thread has done its part. */
public final class YieldingLoop implements Program {
  private volatile int turn;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> play(0), () -> play(1), () -> play(2));
    Check.equal(3, turn);
  }

  private void play(int mine) {
    while (turn != mine) {
      Thread.yield();
    }
    turn = mine + 1;
  }
}
