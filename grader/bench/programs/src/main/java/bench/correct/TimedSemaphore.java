package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.TimeUnit;

/** A semaphore that gives up after a time; nobody has to, because the permit comes sooner. */
public final class TimedSemaphore implements Program {
  private int permits;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> Check.that(tryAcquire(3_600_000), "gave up"), this::release);
  }

  private synchronized boolean tryAcquire(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (permits == 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    permits--;
    return true;
  }

  private synchronized void release() {
    permits++;
    notifyAll();
  }
}
