package readwritelock;

import java.util.concurrent.TimeUnit;

/**
 * M43, no ownership. Its author believed: "A downgrade gives away less than an unlock, so it needs
 * no check." But then any thread takes the write lock away from the one who writes, and readers
 * come in.
 */
public final class ReadWriteMutex {

  private int readers; // guarded by this
  private int waitingWriters; // guarded by this
  private Thread writer; // guarded by this

  public ReadWriteMutex() {}

  public synchronized void lockRead() throws InterruptedException {
    throwIfInterrupted();
    while (!mayRead()) {
      wait();
    }
    readers++;
  }

  public boolean tryLockRead(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    // The sum may overflow; the difference below is right all the same.
    long deadline = System.nanoTime() + left;
    synchronized (this) {
      while (!mayRead()) {
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
      readers++;
      return true;
    }
  }

  public synchronized void unlockRead() {
    if (readers == 0) {
      throw new IllegalMonitorStateException("nobody reads");
    }
    readers--;
    if (readers == 0) {
      notifyAll();
    }
  }

  public synchronized void lockWrite() throws InterruptedException {
    throwIfInterrupted();
    waitingWriters++;
    try {
      while (!isFree()) {
        wait();
      }
      writer = Thread.currentThread();
    } finally {
      stopWaiting();
    }
  }

  public boolean tryLockWrite(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long deadline = System.nanoTime() + left;
    synchronized (this) {
      waitingWriters++;
      try {
        while (!isFree()) {
          if (left <= 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.timedWait(this, left);
          left = deadline - System.nanoTime();
        }
        writer = Thread.currentThread();
        return true;
      } finally {
        stopWaiting();
      }
    }
  }

  public synchronized void unlockWrite() {
    requireWriter();
    writer = null;
    notifyAll();
  }

  public synchronized void downgrade() {
    if (!isWriteLocked()) { // BUG: over-release
      throw new IllegalMonitorStateException("nobody writes");
    }
    writer = null;
    readers = 1;
    notifyAll();
  }

  public synchronized int readers() {
    return readers;
  }

  public synchronized boolean isWriteLocked() {
    return writer != null;
  }

  private boolean mayRead() {
    return writer == null && waitingWriters == 0;
  }

  private boolean isFree() {
    return writer == null && readers == 0;
  }

  /** A writer that gives up may have been all that the readers waited for. */
  private void stopWaiting() {
    waitingWriters--;
    notifyAll();
  }

  private void requireWriter() {
    if (writer != Thread.currentThread()) {
      throw new IllegalMonitorStateException("the caller does not write");
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
