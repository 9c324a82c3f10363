package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** The first to ask computes, the others wait for it. */
public final class MemoizerWithFutures implements Program {
  private final ConcurrentMap<String, FutureTask<Integer>> cache = new ConcurrentHashMap<>();
  private final AtomicInteger computed = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(() -> Check.equal(1, value()), () -> Check.equal(1, value()));
    Check.equal(1, computed.get());
  }

  private int value() throws InterruptedException, ExecutionException {
    FutureTask<Integer> mine = new FutureTask<>(computed::incrementAndGet);
    FutureTask<Integer> known = cache.putIfAbsent("key", mine);
    if (known == null) {
      mine.run();
      known = mine;
    }
    return known.get();
  }
}
