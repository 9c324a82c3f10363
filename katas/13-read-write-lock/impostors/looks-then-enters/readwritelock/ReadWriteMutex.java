package readwritelock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * M03, check then act. Its author believed: "The count is atomic, so it needs no lock." But between
 * the look at the writer and the count lies a gap. A writer that comes in there does not know of
 * the reader.
 */
public final class ReadWriteMutex {

  private final AtomicInteger readers = new AtomicInteger();
  private int waitingWriters; // guarded by this
  private Thread writer; // guarded by this

  public ReadWriteMutex() {}

  public void lockRead() throws InterruptedException {
    throwIfInterrupted();
    synchronized (this) {
      while (!mayRead()) {
        wait();
      }
    }
    readers.incrementAndGet(); // BUG: check-then-act
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
      readers.incrementAndGet();
      return true;
    }
  }

  public synchronized void unlockRead() {
    if (readers.get() == 0) {
      throw new IllegalMonitorStateException("nobody reads");
    }
    if (readers.decrementAndGet() == 0) {
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
    readers.set(1);
    notifyAll();
  }

  public int readers() {
    return readers.get();
  }

  public synchronized boolean isWriteLocked() {
    return writer != null;
  }

  private boolean mayRead() {
    return writer == null && waitingWriters == 0;
  }

  private boolean isFree() {
    return writer == null && readers.get() == 0;
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
