package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** A mutex made of the JDK's synchroniser. */
public final class AqsMutex implements Program {
  private static final class Sync extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean tryAcquire(int ignored) {
      return compareAndSetState(0, 1);
    }

    @Override
    protected boolean tryRelease(int ignored) {
      setState(0);
      return true;
    }
  }

  private final Sync sync = new Sync();
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(this::increment, this::increment, this::increment);
    Check.equal(3, value);
  }

  private void increment() {
    sync.acquire(1);
    value++;
    sync.release(1);
  }
}
