package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.SynchronousQueue;

/** A queue without room: giver and taker meet. */
public final class SynchronousHandOff implements Program {
  private final SynchronousQueue<Integer> queue = new SynchronousQueue<>();

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> queue.put(1), () -> queue.put(2), () -> Check.equal(3, queue.take() + queue.take()));
  }
}
