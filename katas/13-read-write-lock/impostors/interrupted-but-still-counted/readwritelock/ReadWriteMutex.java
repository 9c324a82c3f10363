package readwritelock;

import java.util.concurrent.TimeUnit;

/**
 * M25, the count is not restored. Its author believed: "After the wait I take myself out of the
 * count." But an interrupted wait ends with an exception, and the line behind it is not reached.
 * The readers wait for a writer that has gone.
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
    awaitFree(); // BUG: lost-permit
    waitingWriters--;
    writer = Thread.currentThread();
  }

  public boolean tryLockWrite(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    synchronized (this) {
      waitingWriters++;
      boolean free = awaitFree(left);
      stopWaiting();
      if (free) {
        writer = Thread.currentThread();
      }
      return free;
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

  private void awaitFree() throws InterruptedException {
    while (!isFree()) {
      wait();
    }
  }

  private boolean awaitFree(long nanos) throws InterruptedException {
    long left = nanos;
    long deadline = System.nanoTime() + left;
    while (!isFree() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    return isFree();
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
