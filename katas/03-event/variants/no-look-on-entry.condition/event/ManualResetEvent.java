package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that an interrupt is the business of the condition: where nobody has to wait,
 * there is nothing to break off.
 */
public final class ManualResetEvent {

  private final Lock lock = new ReentrantLock();
  private final Condition passable = lock.newCondition();
  private boolean passing;

  public ManualResetEvent() {}

  public boolean isSet() {
    lock.lock();
    try {
      return passing;
    } finally {
      lock.unlock();
    }
  }

  public void set() {
    lock.lock();
    try {
      passing = true;
      passable.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      passing = false;
    } finally {
      lock.unlock();
    }
  }

  public void await() throws InterruptedException {
    lock.lock(); // BUG: swallowed-interrupt
    try {
      while (!passing) {
        passable.await();
      }
    } finally {
      lock.unlock();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lock();
    try {
      while (!passing) {
        if (left <= 0) {
          return false;
        }
        left = passable.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
