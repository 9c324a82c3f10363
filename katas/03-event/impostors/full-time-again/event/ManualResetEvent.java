package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Its author believed that the guard loop of a timed wait is the one of {@code await()} with a time
 * limit in it (M30). So each wake-up buys the thread its full time again.
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
      while (!set) {
        becameSet.await();
      }
    } finally {
      lock.unlock();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!set) {
        if (becameSet.awaitNanos(nanos) <= 0) { // BUG: wrong-timeout
          return set;
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
