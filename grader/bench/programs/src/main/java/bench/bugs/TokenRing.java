package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Three threads hand a value round a ring, in an order that nobody keeps. */
public final class TokenRing implements Program {
  private int x1 = 1;
  private int x2 = 2;
  private int x3 = 1;

  @Override
  public void run() throws Exception {
    Parallel.run(this::first, this::second, this::third);
    Check.that(x1 == x2 && x2 == x3, "the token did not go round");
  }

  private synchronized void first() {
    x1 = (x3 + 1) % 4;
  }

  private synchronized void second() {
    x2 = x1;
  }

  private synchronized void third() {
    x3 = x2;
  }
}
