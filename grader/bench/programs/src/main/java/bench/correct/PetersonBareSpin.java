package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Peterson's lock whose loop gives no hint that it spins. */
public final class PetersonBareSpin implements Program {
  private volatile boolean first;
  private volatile boolean second;
  private volatile int turn;
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          first = true;
          turn = 2;
          while (second && turn == 2) {}
          value++;
          first = false;
        },
        () -> {
          second = true;
          turn = 1;
          while (first && turn == 1) {}
          value++;
          second = false;
        });
    Check.equal(2, value);
  }
}
