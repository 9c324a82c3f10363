package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A task comes between the last look into the queue and the end of the worker. */
public final class ShutdownThenSubmit implements Program {
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private volatile boolean closed;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(this::work, this::submit, () -> closed = true);
    Check.equal(accepted.get(), done.get());
  }

  private void submit() {
    if (!closed) {
      accepted.incrementAndGet();
      queue.add(done::incrementAndGet);
    }
  }

  private void work() throws InterruptedException {
    while (!closed || !queue.isEmpty()) {
      Runnable task = queue.poll(1, TimeUnit.MILLISECONDS);
      if (task != null) {
        task.run();
      }
    }
  }
}
