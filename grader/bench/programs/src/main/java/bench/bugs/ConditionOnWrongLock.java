package bench.bugs;

import bench.Parallel;
import bench.Program;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The flag is set under another lock than the one that its condition belongs to. */
public final class ConditionOnWrongLock implements Program {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Object flagLock = new Object();
  private boolean flag;

  @Override
  public void run() throws Exception {
    Parallel.run(this::await, this::set);
  }

  private boolean flag() {
    synchronized (flagLock) {
      return flag;
    }
  }

  private void await() throws InterruptedException {
    while (!flag()) {
      lock.lock();
      try {
        changed.await();
      } finally {
        lock.unlock();
      }
    }
  }

  private void set() {
    synchronized (flagLock) {
      flag = true;
    }
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
