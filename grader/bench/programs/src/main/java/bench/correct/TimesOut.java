package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Nobody releases: the timed acquire gives up, and that is right. */
public final class TimesOut implements Program {
  private final Semaphore permits = new Semaphore(0);

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> Check.that(!permits.tryAcquire(5, TimeUnit.MILLISECONDS), "a permit from nowhere"));
  }
}
