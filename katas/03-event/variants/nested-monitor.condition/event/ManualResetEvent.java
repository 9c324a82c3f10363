package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author wanted to be on the safe side with two locks, and thought that a thread which sleeps
 * in a condition leaves everything unlocked behind it.
 */
public final class ManualResetEvent {

  private final Lock lock = new ReentrantLock();
  private final Condition isUp = lock.newCondition();
  private boolean up;

  public ManualResetEvent() {}

  public synchronized void set() {
    lock.lock();
    try {
      up = true;
      isUp.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public synchronized void clear() {
    lock.lock();
    try {
      up = false;
    } finally {
      lock.unlock();
    }
  }

  public synchronized boolean isSet() {
    lock.lock();
    try {
      return up;
    } finally {
      lock.unlock();
    }
  }

  public synchronized void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!up) {
        isUp.await(); // BUG: wait-holding-lock
      }
    } finally {
      lock.unlock();
    }
  }

  public synchronized boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long nanosLeft = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!up) {
        if (nanosLeft <= 0) {
          return false;
        }
        nanosLeft = isUp.awaitNanos(nanosLeft);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
