package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks into a concurrent map and then computes: the expensive part runs twice. */
public final class MemoizerComputesTwice implements Program {
  private final ConcurrentMap<String, Integer> cache = new ConcurrentHashMap<>();
  private final AtomicInteger computed = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(() -> value("a"), () -> value("a"));
    Check.equal(1, computed.get());
  }

  private int value(String key) {
    Integer known = cache.get(key);
    if (known == null) {
      known = computed.incrementAndGet();
      cache.putIfAbsent(key, known);
    }
    return known;
  }
}
