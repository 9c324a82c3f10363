package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;

/** A swap that may fail for no reason is tried again. */
public final class WeakSwapLoop implements Program {
  private final AtomicInteger value = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(this::twice, this::twice);
    Check.equal(4, value.get());
  }

  private void twice() {
    for (int i = 0; i < 2; i++) {
      int old;
      do {
        old = value.get();
      } while (!value.weakCompareAndSetPlain(old, old + 1));
    }
  }
}
