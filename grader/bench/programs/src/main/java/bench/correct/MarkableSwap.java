package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicMarkableReference;

/** A reference and its mark change together. */
public final class MarkableSwap implements Program {
  private final AtomicMarkableReference<String> node = new AtomicMarkableReference<>("a", false);

  @Override
  public void run() throws Exception {
    AtomicInteger winners = new AtomicInteger();
    Parallel.run(() -> mark(winners), () -> mark(winners));
    Check.equal(1, winners.get());
  }

  private void mark(AtomicInteger winners) {
    if (node.compareAndSet("a", "a", false, true)) {
      winners.incrementAndGet();
    }
  }
}
