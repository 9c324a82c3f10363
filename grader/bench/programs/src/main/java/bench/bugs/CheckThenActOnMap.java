package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts words in a concurrent map, but reads and writes in two steps. */
public final class CheckThenActOnMap implements Program {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  @Override
  public void run() throws Exception {
    Parallel.run(() -> count("a"), () -> count("a"));
    Check.equal(2, counts.get("a"));
  }

  private void count(String word) {
    Integer old = counts.get(word);
    counts.put(word, old == null ? 1 : old + 1);
  }
}
