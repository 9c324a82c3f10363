package readwritelock;

import java.util.concurrent.TimeUnit;

/**
 * M28. Its author had read that a caught interrupt has to be restored, and believed that this is
 * all there is to do. But the method returns as if it had the lock, and the reader is inside
 * together with a writer.
 */
public final class ReadWriteMutex {

  private int readers; // guarded by this
  private int waitingWriters; // guarded by this
  private Thread writer; // guarded by this

  public ReadWriteMutex() {}

  public synchronized void lockRead() throws InterruptedException {
    throwIfInterrupted();
    boolean interrupted = false;
    while (!mayRead() && !interrupted) { // BUG: interrupt-as-success
      try {
        wait();
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    readers++;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
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
    requireWriter();
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
