package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that a condition is told once that it has come true, and that it then tells
 * all those who wait on it.
 */
public final class ManualResetEvent {

  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition raisedNow = mutex.newCondition();
  private boolean raised;

  public ManualResetEvent() {}

  public void await() throws InterruptedException {
    mutex.lockInterruptibly();
    try {
      while (!raised) {
        raisedNow.await();
      }
    } finally {
      mutex.unlock();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    mutex.lockInterruptibly();
    try {
      for (long left = nanos; !raised; left = raisedNow.awaitNanos(left)) {
        if (left <= 0) {
          return false;
        }
      }
      return true;
    } finally {
      mutex.unlock();
    }
  }

  public void set() {
    mutex.lock();
    try {
      if (!raised) {
        raised = true;
        raisedNow.signal(); // BUG: lost-wakeup
      }
    } finally {
      mutex.unlock();
    }
  }

  public void clear() {
    mutex.lock();
    try {
      raised = false;
    } finally {
      mutex.unlock();
    }
  }

  public boolean isSet() {
    mutex.lock();
    try {
      return raised;
    } finally {
      mutex.unlock();
    }
  }
}
