package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Its author believed that every call comes to its last line (M09). */
public final class ManualResetEvent {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition becameSet = lock.newCondition();
  private boolean set;

  public ManualResetEvent() {}

  public void set() {
    lock.lock();
    try {
      set = true;
      becameSet.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      set = false;
    } finally {
      lock.unlock();
    }
  }

  public boolean isSet() {
    lock.lock();
    try {
      return set;
    } finally {
      lock.unlock();
    }
  }

  public void await() throws InterruptedException {
    lock.lockInterruptibly();
    while (!set) {
      becameSet.await();
    }
    lock.unlock(); // BUG: lock-not-released
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!set) {
        if (left <= 0) {
          return false;
        }
        left = becameSet.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
