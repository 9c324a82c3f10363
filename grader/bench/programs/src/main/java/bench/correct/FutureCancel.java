package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** A task is run or cancelled, never both. */
public final class FutureCancel implements Program {
  @Override
  public void run() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    FutureTask<Integer> task = new FutureTask<>(runs::incrementAndGet);
    boolean[] cancelled = new boolean[1];
    Parallel.run(task::run, () -> cancelled[0] = task.cancel(false));
    Check.that(task.isDone(), "neither");
    Check.that(cancelled[0] == task.isCancelled(), "it says otherwise");
  }
}
