package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A poll that waits long enough for what comes soon. */
public final class TimedPoll implements Program {
  private final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          Thread.sleep(5);
          queue.put(1);
        },
        () -> Check.equal(1, queue.poll(1, TimeUnit.HOURS)));
  }
}
