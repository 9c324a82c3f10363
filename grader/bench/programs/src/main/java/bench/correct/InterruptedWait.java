package bench.correct;

import bench.Check;
import bench.Program;

/** A thread that waits in vain is interrupted and says so. */
public final class InterruptedWait implements Program {
  private volatile boolean interrupted;

  @Override
  public void run() throws Exception {
    Thread waiter = new Thread(this::await);
    waiter.start();
    waiter.interrupt();
    waiter.join();
    Check.that(interrupted, "not interrupted");
  }

  private synchronized void await() {
    try {
      while (!interrupted) {
        wait();
      }
    } catch (InterruptedException expected) {
      interrupted = true;
    }
  }
}
