package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Two threads take two monitors in opposite orders. */
public final class LockOrderInversion implements Program {
  private final Object first = new Object();
  private final Object second = new Object();
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> change(first, second), () -> change(second, first));
    Check.equal(2, value);
  }

  private void change(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) {
        value++;
      }
    }
  }
}
