package readwritelock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * M22. Its author believed: "More locks are safer." So all methods are synchronized, and there is a
 * lock inside. A wait gives back the inner lock and keeps the outer one: nobody can come in any
 * more, not even to unlock.
 */
public final class ReadWriteMutex {

  private final Lock lock = new ReentrantLock();
  private final Condition readable = lock.newCondition();
  private final Condition writable = lock.newCondition();
  private int readers; // guarded by lock
  private int waitingWriters; // guarded by lock
  private Thread writer; // guarded by lock

  public ReadWriteMutex() {}

  public synchronized void lockRead() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!mayRead()) {
        readable.await();
      }
      readers++;
    } finally {
      lock.unlock();
    }
  }

  public synchronized boolean tryLockRead(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (!mayRead()) {
        if (left <= 0) {
          return false;
        }
        left = readable.awaitNanos(left);
      }
      readers++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  public synchronized void unlockRead() {
    lock.lock();
    try {
      if (readers == 0) {
        throw new IllegalMonitorStateException("nobody reads");
      }
      readers--;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  public synchronized void lockWrite() throws InterruptedException { // BUG: wait-holding-lock
    lock.lockInterruptibly();
    try {
      waitingWriters++;
      try {
        while (!isFree()) {
          writable.await();
        }
        writer = Thread.currentThread();
      } finally {
        waitingWriters--;
        wakeNext();
      }
    } finally {
      lock.unlock();
    }
  }

  public synchronized boolean tryLockWrite(long timeout, TimeUnit unit)
      throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      waitingWriters++;
      try {
        return awaitFree(left);
      } finally {
        waitingWriters--;
        wakeNext();
      }
    } finally {
      lock.unlock();
    }
  }

  public synchronized void unlockWrite() {
    lock.lock();
    try {
      requireWriter();
      writer = null;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  public synchronized void downgrade() {
    lock.lock();
    try {
      requireWriter();
      writer = null;
      readers = 1;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  public synchronized int readers() {
    lock.lock();
    try {
      return readers;
    } finally {
      lock.unlock();
    }
  }

  public synchronized boolean isWriteLocked() {
    lock.lock();
    try {
      return writer != null;
    } finally {
      lock.unlock();
    }
  }

  // What follows is called with the lock held.

  private boolean awaitFree(long nanos) throws InterruptedException {
    long left = nanos;
    while (!isFree()) {
      if (left <= 0) {
        return false;
      }
      left = writable.awaitNanos(left);
    }
    writer = Thread.currentThread();
    return true;
  }

  /** After every change that may let somebody in: one writer, or if none waits, all readers. */
  private void wakeNext() {
    if (isFree() && waitingWriters > 0) {
      writable.signal();
    } else if (mayRead()) {
      readable.signalAll();
    }
  }

  private boolean mayRead() {
    return writer == null && waitingWriters == 0;
  }

  private boolean isFree() {
    return writer == null && readers == 0;
  }

  private void requireWriter() {
    if (writer != Thread.currentThread()) {
      throw new IllegalMonitorStateException("the caller does not write");
    }
  }
}
