package readwritelock;

import java.util.concurrent.TimeUnit;

/**
 * The light switch with the wrong lock. The first reader locks the room, and the last one unlocks
 * it. Its author believed that a lock will do for the room. But a lock has an owner, and the last
 * reader is seldom the first.
 */
public final class ReadWriteMutex {

  private int readers; // guarded by this
  private int waitingWriters; // guarded by this
  private Thread owner; // of the room: the writer, or the first reader; guarded by this

  public ReadWriteMutex() {}

  public synchronized void lockRead() throws InterruptedException {
    throwIfInterrupted();
    while (!mayRead()) {
      wait();
    }
    enterAsReader();
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
      enterAsReader();
      return true;
    }
  }

  public synchronized void unlockRead() {
    if (readers == 0) {
      throw new IllegalMonitorStateException("nobody reads");
    }
    if (readers == 1) {
      leaveRoom();
    }
    readers--;
  }

  public synchronized void lockWrite() throws InterruptedException {
    throwIfInterrupted();
    waitingWriters++;
    try {
      while (!isFree()) {
        wait();
      }
      owner = Thread.currentThread();
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
        owner = Thread.currentThread();
        return true;
      } finally {
        stopWaiting();
      }
    }
  }

  public synchronized void unlockWrite() {
    requireWriter();
    leaveRoom();
  }

  public synchronized void downgrade() {
    requireWriter();
    readers = 1;
    notifyAll();
  }

  public synchronized int readers() {
    return readers;
  }

  public synchronized boolean isWriteLocked() {
    return owner != null && readers == 0;
  }

  private boolean mayRead() {
    return !isWriteLocked() && waitingWriters == 0;
  }

  private boolean isFree() {
    return owner == null;
  }

  /** A writer that gives up may have been all that the readers waited for. */
  private void stopWaiting() {
    waitingWriters--;
    notifyAll();
  }

  private void requireWriter() {
    if (!isWriteLocked() || owner != Thread.currentThread()) {
      throw new IllegalMonitorStateException("the caller does not write");
    }
  }

  private void enterAsReader() {
    if (readers == 0) {
      owner = Thread.currentThread();
    }
    readers++;
  }

  private void leaveRoom() {
    if (owner != Thread.currentThread()) {
      throw new IllegalMonitorStateException(
          "the room is somebody else's"); // BUG: ownership-assumed
    }
    owner = null;
    notifyAll();
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
