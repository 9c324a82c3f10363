package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A ticket lock that hands out its tickets without an atomic step. */
public final class TicketTakenTwice implements Program {
  private volatile int next;
  private volatile int serving;
  private int inside;

  @Override
  public void run() throws Exception {
    Parallel.run(this::use, this::use);
  }

  private void use() {
    int mine = next;
    next = mine + 1;
    while (serving != mine) {
      Thread.onSpinWait();
    }
    Check.that(++inside == 1, "two inside");
    inside--;
    serving = mine + 1;
  }
}
