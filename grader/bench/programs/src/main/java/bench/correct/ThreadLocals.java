package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** Each thread has its own value. */
public final class ThreadLocals implements Program {
  private final ThreadLocal<Integer> mine = ThreadLocal.withInitial(() -> 0);

  @Override
  public void run() throws Exception {
    Parallel.run(this::count, this::count);
    Check.equal(0, mine.get());
  }

  private void count() {
    mine.set(mine.get() + 1);
    Check.equal(1, mine.get());
    mine.remove();
  }
}
