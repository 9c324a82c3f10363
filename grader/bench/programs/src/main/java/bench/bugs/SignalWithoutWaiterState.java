package bench.bugs;

import bench.Parallel;
import bench.Program;

/** An event that forgets: two set it before one waits, and the second wait is for nothing. */
public final class SignalWithoutWaiterState implements Program {
  private boolean signalled;

  @Override
  public void run() throws Exception {
    Parallel.run(
        this::signal,
        this::signal,
        () -> {
          await();
          await();
        });
  }

  private synchronized void signal() {
    signalled = true;
    notify();
  }

  private synchronized void await() throws InterruptedException {
    while (!signalled) {
      wait();
    }
    signalled = false;
  }
}
