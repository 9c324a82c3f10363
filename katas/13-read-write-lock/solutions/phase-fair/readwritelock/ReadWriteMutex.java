package readwritelock;

import java.util.concurrent.TimeUnit;

/**
 * Readers and writers take turns. The readers that wait when a writer leaves are let in before the
 * next writer, and readers that come later wait behind that writer. So nobody starves.
 */
public final class ReadWriteMutex {

  private int readers; // guarded by this
  private int waitingReaders; // guarded by this
  private int expectedReaders; // let in by the last writer, not in yet; guarded by this
  private int waitingWriters; // guarded by this
  private long writersGone; // guarded by this
  private Thread writer; // guarded by this

  public ReadWriteMutex() {}

  public synchronized void lockRead() throws InterruptedException {
    throwIfInterrupted();
    long came = writersGone;
    waitingReaders++;
    try {
      while (!mayRead(came)) {
        wait();
      }
      readers++;
    } finally {
      stopWaitingToRead(came);
    }
  }

  public boolean tryLockRead(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long deadline = System.nanoTime() + left;
    synchronized (this) {
      long came = writersGone;
      waitingReaders++;
      try {
        while (!mayRead(came)) {
          if (left <= 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.timedWait(this, left);
          left = deadline - System.nanoTime();
        }
        readers++;
        return true;
      } finally {
        stopWaitingToRead(came);
      }
    }
  }

  public synchronized void unlockRead() {
    if (readers == 0) {
      throw new IllegalMonitorStateException("nobody reads");
    }
    readers--;
    notifyAll();
  }

  public synchronized void lockWrite() throws InterruptedException {
    throwIfInterrupted();
    waitingWriters++;
    try {
      while (!mayWrite()) {
        wait();
      }
      writer = Thread.currentThread();
    } finally {
      stopWaitingToWrite();
    }
  }

  public boolean tryLockWrite(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long deadline = System.nanoTime() + left;
    synchronized (this) {
      waitingWriters++;
      try {
        while (!mayWrite()) {
          if (left <= 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.timedWait(this, left);
          left = deadline - System.nanoTime();
        }
        writer = Thread.currentThread();
        return true;
      } finally {
        stopWaitingToWrite();
      }
    }
  }

  public synchronized void unlockWrite() {
    endWriting();
  }

  public synchronized void downgrade() {
    endWriting();
    readers = 1;
  }

  public synchronized int readers() {
    return readers;
  }

  public synchronized boolean isWriteLocked() {
    return writer != null;
  }

  private boolean mayRead(long came) {
    return writer == null && (waitingWriters == 0 || came != writersGone);
  }

  private boolean mayWrite() {
    return writer == null && readers == 0 && expectedReaders == 0;
  }

  /** All readers that wait now come before the next writer. */
  private void endWriting() {
    if (writer != Thread.currentThread()) {
      throw new IllegalMonitorStateException("the caller does not write");
    }
    writer = null;
    writersGone++;
    expectedReaders = waitingReaders;
    notifyAll();
  }

  /** No writer gets in while a reader is expected, so at most one has gone since it came. */
  private void stopWaitingToRead(long came) {
    waitingReaders--;
    if (came != writersGone) {
      expectedReaders--;
      notifyAll();
    }
  }

  private void stopWaitingToWrite() {
    waitingWriters--;
    notifyAll();
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
