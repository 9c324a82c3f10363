package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Counters sell while they see a free seat; the last one is sold twice. */
public final class AirlineOverbooking implements Program {
  private static final int SEATS = 2;

  private volatile int sold;
  private volatile boolean soldOut;

  @Override
  public void run() throws Exception {
    Parallel.run(this::sell, this::sell, this::sell);
    Check.that(sold <= SEATS, "overbooked");
  }

  private void sell() {
    if (soldOut) {
      return;
    }
    synchronized (this) {
      sold++;
    }
    if (sold >= SEATS) {
      soldOut = true;
    }
  }
}
