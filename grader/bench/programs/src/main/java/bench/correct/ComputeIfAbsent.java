package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Loads a value once, inside the map. */
public final class ComputeIfAbsent implements Program {
  private final ConcurrentMap<String, Integer> cache = new ConcurrentHashMap<>();
  private final AtomicInteger loads = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(this::load, this::load);
    Check.equal(1, loads.get());
  }

  private int load() {
    return cache.computeIfAbsent("key", key -> loads.incrementAndGet());
  }
}
