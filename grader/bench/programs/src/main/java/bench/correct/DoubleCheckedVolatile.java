package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Double-checked locking as it should be. */
public final class DoubleCheckedVolatile implements Program {
  private volatile Object instance;
  private int made;

  @Override
  public void run() throws Exception {
    Parallel.run(this::instance, this::instance, this::instance);
    Check.equal(1, made);
  }

  private Object instance() {
    Object known = instance;
    if (known == null) {
      synchronized (this) {
        known = instance;
        if (known == null) {
          made++;
          known = new Object();
          instance = known;
        }
      }
    }
    return known;
  }
}
