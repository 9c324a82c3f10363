package bench.bugs;

import bench.Check;
import bench.Program;
import java.util.concurrent.Semaphore;

/** An acquire that is interrupted after it has taken the permit does not give it back. */
public final class PermitLeakOnException implements Program {
  private final Semaphore permits = new Semaphore(1);

  @Override
  public void run() throws Exception {
    Thread user =
        new Thread(() -> {
          try {
            permits.acquire();
            Thread.sleep(1);
            permits.release();
          } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
          }
        });
    user.start();
    user.interrupt();
    user.join();
    Check.equal(1, permits.availablePermits());
  }
}
