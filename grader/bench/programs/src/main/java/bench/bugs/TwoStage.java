package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Two values are kept in step by two locks, taken one after the other. */
public final class TwoStage implements Program {
  private final Object firstLock = new Object();
  private final Object secondLock = new Object();
  private int first;
  private int second;

  @Override
  public void run() throws Exception {
    Parallel.run(this::write, this::read);
  }

  private void write() {
    synchronized (firstLock) {
      first = 1;
    }
    synchronized (secondLock) {
      second = first + 1;
    }
  }

  private void read() {
    int one;
    synchronized (firstLock) {
      one = first;
    }
    if (one == 0) {
      return;
    }
    int two;
    synchronized (secondLock) {
      two = second;
    }
    Check.equal(one + 1, two);
  }
}
