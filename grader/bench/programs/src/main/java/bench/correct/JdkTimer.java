package bench.correct;

import bench.Program;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/** The oldest timer of the JDK runs a task once. */
public final class JdkTimer implements Program {
  @Override
  public void run() throws Exception {
    Timer timer = new Timer();
    CountDownLatch ran = new CountDownLatch(1);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            ran.countDown();
          }
        },
        5);
    ran.await();
    timer.cancel();
  }
}
