package bench.races;

import bench.Parallel;
import bench.Program;

/** A flag without {@code volatile} stops a loop: allowed never to be seen. */
public final class StopFlag implements Program {
  private boolean stop;
  private int rounds;

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          while (!stop) {
            rounds++;
          }
        },
        () -> {
          for (int i = 0; i < 100_000 && rounds == 0; i++) {
            Thread.onSpinWait();
          }
          stop = true;
        });
  }
}
