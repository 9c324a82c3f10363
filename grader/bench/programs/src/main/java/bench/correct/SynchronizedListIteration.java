package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Iterates a synchronised list under its own lock. */
public final class SynchronizedListIteration implements Program {
  private final List<Integer> items = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void run() throws Exception {
    items.add(1);
    Parallel.run(this::sum, () -> items.add(2), this::sum);
    Check.equal(2, items.size());
  }

  private void sum() {
    int sum = 0;
    synchronized (items) {
      for (int item : items) {
        sum += item;
      }
    }
    Check.that(sum == 1 || sum == 3, "half an item");
  }
}
