package bench.speed;

import bench.Check;
import bench.Program;
import java.util.ArrayDeque;
import java.util.Queue;

/** A pool of two workers runs four tasks and is shut down. */
public final class ThreadPool implements Program {

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean closed;
  private int done;

  @Override
  public void run() throws Exception {
    Thread first = new Thread(this::work);
    Thread second = new Thread(this::work);
    first.start();
    second.start();
    for (int i = 0; i < 4; i++) {
      submit(this::count);
    }
    close();
    first.join();
    second.join();
    Check.equal(4, done);
  }

  private synchronized void count() {
    done++;
  }

  private synchronized void submit(Runnable task) {
    tasks.add(task);
    notify();
  }

  private synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void work() {
    try {
      for (Runnable task = next(); task != null; task = next()) {
        task.run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Runnable next() throws InterruptedException {
    while (tasks.isEmpty() && !closed) {
      wait();
    }
    return tasks.poll();
  }
}
