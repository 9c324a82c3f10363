package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Synchronises on the very object that it replaces. */
public final class LockObjectReplaced implements Program {
  private static final class Count {
    private final int value;

    Count(int value) {
      this.value = value;
    }
  }

  private volatile Count count = new Count(0);

  @Override
  public void run() throws Exception {
    Parallel.run(this::increment, this::increment, this::increment);
    Check.equal(3, count.value);
  }

  private void increment() {
    synchronized (count) {
      count = new Count(count.value + 1);
    }
  }
}
