package event;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Its author believed that a timed wait ends either because the event was set or because the time
 * is up, and that the flag afterwards tells which (M15).
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
    Objects.requireNonNull(unit);
    lock.lockInterruptibly();
    try {
      if (!set && timeout > 0) {
        becameSet.await(timeout, unit); // BUG: wrong-timeout
      }
      return set;
    } finally {
      lock.unlock();
    }
  }
}
