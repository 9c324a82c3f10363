package bench.correct;

import bench.Check;
import bench.Program;
import java.util.concurrent.atomic.AtomicReference;

/** A thread dies, and its handler knows why. */
public final class UncaughtHandler implements Program {
  @Override
  public void run() throws Exception {
    AtomicReference<String> reason = new AtomicReference<>();
    Thread thread =
        new Thread(() -> {
          throw new IllegalStateException("on purpose");
        });
    thread.setUncaughtExceptionHandler((dead, failure) -> reason.set(failure.getMessage()));
    thread.start();
    thread.join();
    Check.that("on purpose".equals(reason.get()), "nobody was told");
  }
}
