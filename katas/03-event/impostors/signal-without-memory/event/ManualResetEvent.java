package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Its author believed that a condition remembers its signals, as an event does, and that the flag
 * is only there for {@code isSet} (M23).
 */
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
    try {
      do {
        becameSet.await(); // BUG: forgotten-signal
      } while (!set);
    } finally {
      lock.unlock();
    }
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
