package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** One method locks the object, the other its lock object: they exclude nobody. */
public final class WrongMonitor implements Program {
  private final Object lock = new Object();
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(this::increment, this::add);
    Check.equal(2, value);
  }

  private synchronized void increment() {
    value++;
  }

  private void add() {
    synchronized (lock) {
      value++;
    }
  }
}
