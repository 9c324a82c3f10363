package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One condition serves two kinds of waiters, and {@code signal} wakes the wrong one. */
public final class OneConditionForTwoReasons implements Program {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int turn;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> take(0), () -> take(1), () -> take(2));
  }

  private void take(int mine) throws InterruptedException {
    lock.lock();
    try {
      while (turn != mine) {
        changed.await();
      }
      turn++;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
