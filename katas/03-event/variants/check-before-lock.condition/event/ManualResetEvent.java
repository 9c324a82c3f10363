package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author asked with the lock, gave it back and took it again to sleep, and thought that the
 * answer is still fresh then: each of the two steps is locked, after all.
 */
public final class ManualResetEvent {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition signalled = lock.newCondition();
  private boolean signal; // guarded by lock

  public ManualResetEvent() {}

  public void set() {
    lock.lock();
    try {
      signal = true;
      signalled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      signal = false;
    } finally {
      lock.unlock();
    }
  }

  public boolean isSet() {
    lock.lock();
    try {
      return signal;
    } finally {
      lock.unlock();
    }
  }

  public void await() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("before waiting");
    }
    while (!isSet()) {
      sleepUntilSignalled(); // BUG: lost-wakeup
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!signal) {
        if (left <= 0) {
          return false;
        }
        left = signalled.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void sleepUntilSignalled() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      signalled.await();
    } finally {
      lock.unlock();
    }
  }
}
