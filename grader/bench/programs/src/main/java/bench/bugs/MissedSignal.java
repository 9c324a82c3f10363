package bench.bugs;

import bench.Parallel;
import bench.Program;

/** Waits for a signal without asking whether it has been given already. */
public final class MissedSignal implements Program {
  @Override
  public void run() throws Exception {
    Parallel.run(this::await, this::signal);
  }

  private synchronized void await() throws InterruptedException {
    wait();
  }

  private synchronized void signal() {
    notifyAll();
  }
}
