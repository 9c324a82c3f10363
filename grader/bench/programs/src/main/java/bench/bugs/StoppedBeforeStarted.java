package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.CountDownLatch;

/** A service that is stopped while it starts keeps its thread. */
public final class StoppedBeforeStarted implements Program {
  private volatile Thread thread;

  @Override
  public void run() throws Exception {
    Parallel.run(this::start, this::stop);
    Thread left = thread;
    if (left != null) {
      left.join();
    }
  }

  private void start() {
    Thread created =
        new Thread(() -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    created.start();
    thread = created;
  }

  private void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
