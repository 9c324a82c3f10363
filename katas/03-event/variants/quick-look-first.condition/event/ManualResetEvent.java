package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author wanted to spare those the lock who need not wait, and thought that true is true: once
 * the flag has been seen, there is nothing that a lock could add.
 */
public final class ManualResetEvent {

  private final Lock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private boolean free; // written under lock

  public ManualResetEvent() {}

  public void set() {
    lock.lock();
    try {
      free = true;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      free = false;
    } finally {
      lock.unlock();
    }
  }

  public boolean isSet() {
    lock.lock();
    try {
      return free;
    } finally {
      lock.unlock();
    }
  }

  public void await() throws InterruptedException {
    if (!mayPassAtOnce()) {
      rest();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    return mayPassAtOnce() || rest(nanos);
  }

  private boolean mayPassAtOnce() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return free; // BUG: stale-read
  }

  private void rest() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!free) {
        released.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean rest(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (!free) {
        if (left <= 0) {
          return false;
        }
        left = released.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
