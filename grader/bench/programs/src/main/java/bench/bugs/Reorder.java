package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Two fields that belong together are set one after the other, and a reader comes between. */
public final class Reorder implements Program {
  private volatile int a;
  private volatile int b;

  @Override
  public void run() throws Exception {
    Parallel.run(this::set, this::set, this::look);
  }

  private void set() {
    a = 1;
    b = -1;
  }

  private void look() {
    int first = a;
    int second = b;
    Check.that(first == 0 && second == 0 || first == 1 && second == -1, "half-way");
  }
}
