package bench.correct;

import bench.Check;
import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Takes both locks or none, and tries again. */
public final class TryLockBackOff implements Program {
  private final Lock first = new ReentrantLock();
  private final Lock second = new ReentrantLock();
  private int value;

  @Override
  public void run() throws Exception {
    Parallel.run(() -> both(first, second), () -> both(second, first));
    Check.equal(2, value);
  }

  private void both(Lock one, Lock other) {
    while (true) {
      one.lock();
      try {
        if (other.tryLock()) {
          try {
            value++;
            return;
          } finally {
            other.unlock();
          }
        }
      } finally {
        one.unlock();
      }
      Thread.yield();
    }
  }
}
