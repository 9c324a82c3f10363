package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bounded cache checks its size in one step and makes room in another. */
public final class EvictsTooMany implements Program {
  private final Map<Integer, String> cache = Collections.synchronizedMap(new LinkedHashMap<>());

  @Override
  public void run() throws Exception {
    Parallel.run(() -> put(1), () -> put(2));
    Check.that(cache.size() <= 1, "over its limit");
  }

  private void put(int key) {
    if (cache.size() >= 1) {
      cache.clear();
    }
    cache.put(key, "value");
  }
}
