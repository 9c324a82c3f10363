package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The consumer signals the condition that it waits for itself. */
public final class WrongConditionSignalled implements Program {
  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private boolean full;

  @Override
  public void run() throws Exception {
    Parallel.run(this::putTwice, this::takeTwice);
  }

  private void putTwice() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      lock.lock();
      try {
        while (full) {
          notFull.await();
        }
        full = true;
        notEmpty.signal();
      } finally {
        lock.unlock();
      }
    }
  }

  private void takeTwice() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      lock.lock();
      try {
        while (!full) {
          notEmpty.await();
        }
        full = false;
        notEmpty.signal();
      } finally {
        lock.unlock();
      }
    }
  }
}
