package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.ArrayDeque;
import java.util.Queue;

/** A worker that sees the shutdown ends without looking at the queue. */
public final class PoolDropsTaskAtShutdown implements Program {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean shutdown;
  private int done;

  @Override
  public void run() throws Exception {
    Parallel.run(
        this::work,
        () -> {
          submit(() -> done++);
          shutdown();
        });
    Check.equal(1, done);
  }

  private void work() throws InterruptedException {
    while (true) {
      Runnable task;
      synchronized (this) {
        while (tasks.isEmpty() && !shutdown) {
          wait();
        }
        if (shutdown) {
          return;
        }
        task = tasks.remove();
      }
      task.run();
    }
  }

  private synchronized void submit(Runnable task) {
    tasks.add(task);
    notify();
  }

  private synchronized void shutdown() {
    shutdown = true;
    notifyAll();
  }
}
