package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.List;
import java.util.Vector;

/** The old synchronised classes, one call at a time. */
public final class VectorAndBuffer implements Program {
  private final List<String> names = new Vector<>();
  private final StringBuffer text = new StringBuffer();

  @Override
  public void run() throws Exception {
    Parallel.run(() -> both("a"), () -> both("b"));
    Check.equal(2, names.size());
    Check.equal(2, text.length());
  }

  private void both(String name) {
    names.add(name);
    text.append(name);
  }
}
