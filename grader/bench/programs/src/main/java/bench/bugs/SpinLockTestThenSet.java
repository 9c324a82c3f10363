package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A spin lock that tests and sets in two steps. */
public final class SpinLockTestThenSet implements Program {
  private volatile boolean locked;
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(this::increment, this::increment);
    Check.equal(2, value);
  }

  private void increment() {
    while (locked) {
      Thread.onSpinWait();
    }
    locked = true;
    value++;
    locked = false;
  }
}
