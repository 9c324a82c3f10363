package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker ends when it sees no work; the one who brings work sees it still running. */
public final class IdleWorkerRace implements Program {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicInteger done = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(() -> submit(done::incrementAndGet), () -> submit(done::incrementAndGet));
    Check.equal(2, done.get());
  }

  private void submit(Runnable task) {
    tasks.add(task);
    if (running.compareAndSet(false, true)) {
      for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
        next.run();
      }
      running.set(false);
    }
  }
}
