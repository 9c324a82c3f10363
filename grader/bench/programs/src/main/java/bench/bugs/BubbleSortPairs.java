package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.Arrays;

/** Each thread sorts a pair of neighbours; the pairs overlap, the locks do not. */
public final class BubbleSortPairs implements Program {
  private final int[] values = {3, 2, 1};
  private final Object[] locks = {new Object(), new Object()};

  @Override
  public void run() throws Exception {
    Parallel.run(() -> sort(0), () -> sort(1));
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    Check.that(Arrays.equals(sorted, new int[] {1, 2, 3}), "a value was lost");
  }

  private void sort(int left) {
    synchronized (locks[left]) {
      int one = values[left];
      int other = values[left + 1];
      if (one > other) {
        values[left] = other;
        values[left + 1] = one;
      }
    }
  }
}
