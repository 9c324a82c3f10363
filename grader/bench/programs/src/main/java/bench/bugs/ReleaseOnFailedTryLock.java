package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.ReentrantLock;

/** Unlocks in {@code finally} although the lock was never taken. */
public final class ReleaseOnFailedTryLock implements Program {
  private final ReentrantLock lock = new ReentrantLock();
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(this::update, this::update);
  }

  private void update() {
    try {
      if (lock.tryLock()) {
        value++;
      }
    } finally {
      lock.unlock();
    }
  }
}
