package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A future that is completed between the check and the registration never calls back. */
public final class MissedCallback implements Program {
  private volatile boolean done;
  private final Queue<Runnable> callbacks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger called = new AtomicInteger();

  @Override
  public void run() throws Exception {
    Parallel.run(this::complete, () -> whenDone(called::incrementAndGet));
    Check.equal(1, called.get());
  }

  private void complete() {
    done = true;
    for (Runnable callback = callbacks.poll(); callback != null; callback = callbacks.poll()) {
      callback.run();
    }
  }

  private void whenDone(Runnable callback) {
    if (done) {
      callback.run();
    } else {
      callbacks.add(callback);
    }
  }
}
