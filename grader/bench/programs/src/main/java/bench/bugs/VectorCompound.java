package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.Vector;

/** Each call on the vector is safe, the two together are not. */
public final class VectorCompound implements Program {
  private final Vector<String> items = new Vector<>();

  @Override
  public void run() throws Exception {
    items.add("last");
    Parallel.run(this::removeLast, this::removeLast);
  }

  private void removeLast() {
    if (!items.isEmpty()) {
      items.remove(items.size() - 1);
    }
  }
}
