package readwritelock;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * M43, turned round. Its author believed: "What holds for the writer holds for the readers: who has
 * locked must unlock." By the contract a read lock may be given back by another thread, the one to
 * which the work was handed, say.
 */
public final class ReadWriteMutex {

  private final Map<Thread, Integer> readers = new HashMap<>(); // guarded by this
  private int waitingWriters; // guarded by this
  private Thread writer; // guarded by this

  public ReadWriteMutex() {}

  public synchronized void lockRead() throws InterruptedException {
    throwIfInterrupted();
    while (!mayRead()) {
      wait();
    }
    readers.merge(Thread.currentThread(), 1, Integer::sum);
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
      readers.merge(Thread.currentThread(), 1, Integer::sum);
      return true;
    }
  }

  public synchronized void unlockRead() {
    Thread me = Thread.currentThread();
    if (!readers.containsKey(me)) { // BUG: ownership-assumed
      throw new IllegalMonitorStateException("the caller does not read");
    }
    readers.computeIfPresent(me, (one, held) -> held == 1 ? null : held - 1);
    if (readers.isEmpty()) {
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
    readers.put(Thread.currentThread(), 1);
    notifyAll();
  }

  public synchronized int readers() {
    return readers.values().stream().mapToInt(Integer::intValue).sum();
  }

  public synchronized boolean isWriteLocked() {
    return writer != null;
  }

  private boolean mayRead() {
    return writer == null && waitingWriters == 0;
  }

  private boolean isFree() {
    return writer == null && readers.isEmpty();
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
