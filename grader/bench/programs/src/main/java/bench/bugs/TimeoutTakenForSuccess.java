package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A timed wait that ends because the time is over is taken for the event. */
public final class TimeoutTakenForSuccess implements Program {
  private String answer;

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> {
          Thread.sleep(20);
          set("ready");
        },
        () -> Check.equal(5, await().length()));
  }

  private synchronized void set(String value) {
    answer = value;
    notifyAll();
  }

  private synchronized String await() throws InterruptedException {
    if (answer == null) {
      wait(10);
    }
    return answer;
  }
}
