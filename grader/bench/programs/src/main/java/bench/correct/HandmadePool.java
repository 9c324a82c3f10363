package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool that finishes what it has accepted. */
public final class HandmadePool implements Program {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final AtomicInteger done = new AtomicInteger();
  private boolean closed;

  @Override
  public void run() throws Exception {
    Parallel.run(
        this::work,
        this::work,
        () -> {
          submit(done::incrementAndGet);
          submit(done::incrementAndGet);
          close();
        });
    Check.equal(2, done.get());
  }

  private void work() throws InterruptedException {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  private synchronized Runnable next() throws InterruptedException {
    while (tasks.isEmpty() && !closed) {
      wait();
    }
    return tasks.poll();
  }

  private synchronized void submit(Runnable task) {
    tasks.add(task);
    notify();
  }

  private synchronized void close() {
    closed = true;
    notifyAll();
  }
}
