package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.LinkedTransferQueue;

/** The giver returns when its item has been taken. */
public final class TransferQueue implements Program {
  private final LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          queue.transfer(1);
          Check.that(queue.isEmpty(), "not taken");
        },
        () -> Check.equal(1, queue.take()));
  }
}
