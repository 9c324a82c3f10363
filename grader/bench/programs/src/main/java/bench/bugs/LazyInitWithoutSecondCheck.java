package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Looks before it locks, but not again after: two instances are made. */
public final class LazyInitWithoutSecondCheck implements Program {
  private volatile Object instance;
  private int made;

  @Override
  public void run() throws Exception {
    Parallel.run(this::instance, this::instance);
    Check.equal(1, made);
  }

  private Object instance() {
    if (instance == null) {
      synchronized (this) {
        made++;
        instance = new Object();
      }
    }
    return instance;
  }
}
