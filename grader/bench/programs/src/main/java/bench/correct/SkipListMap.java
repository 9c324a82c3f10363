package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.ConcurrentSkipListMap;

/** Each thread adds to a sorted map. */
public final class SkipListMap implements Program {
  private final ConcurrentSkipListMap<Integer, Integer> map = new ConcurrentSkipListMap<>();

  @Override
  public void run() throws Exception {
    Parallel.run(() -> map.put(1, 1), () -> map.put(2, 2), () -> map.putIfAbsent(1, 1));
    Check.equal(1, map.firstKey());
    Check.equal(2, map.size());
  }
}
