package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that the lock keeps steps together, and that a method of a single step, which
 * only reads one boolean, has nothing to keep together.
 */
public final class ManualResetEvent {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition risen = lock.newCondition();
  private boolean flag;

  public ManualResetEvent() {
    this.flag = false;
  }

  public boolean isSet() {
    return flag; // BUG: stale-read
  }

  public void set() {
    lock.lock();
    try {
      flag = true;
      risen.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      flag = false;
    } finally {
      lock.unlock();
    }
  }

  public void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!flag) {
        risen.await();
      }
    } finally {
      lock.unlock();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long remaining = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!flag && remaining > 0) {
        remaining = risen.awaitNanos(remaining);
      }
      return flag;
    } finally {
      lock.unlock();
    }
  }
}
