package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * Two fields under the monitor of the object. The author thought that one who looks at the status
 * before it takes the lock and once more behind it has looked all the time.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private Thread owner; // guarded by this
  private int holds; // guarded by this

  public ReentrantMutex() {}

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    lock(); // BUG: swallowed-interrupt
    try {
      throwIfInterrupted();
    } catch (InterruptedException e) {
      unlock();
      throw e;
    }
  }

  public void lock() {
    if (waitAndTake()) {
      Thread.currentThread().interrupt();
    }
  }

  public synchronized boolean tryLock() {
    if (isTakenByAnother()) {
      return false;
    }
    take();
    return true;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    long end = System.nanoTime() + left;
    throwIfInterrupted();
    synchronized (this) {
      while (isTakenByAnother()) {
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
      take();
    }
    return true;
  }

  public synchronized void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("only the owner unlocks");
    }
    holds--;
    if (holds == 0) {
      owner = null;
      notify();
    }
  }

  public Guard acquire() {
    lock();
    return new Closer();
  }

  public synchronized boolean isHeldByCurrentThread() {
    return owner == Thread.currentThread();
  }

  public synchronized int getHoldCount() {
    return isHeldByCurrentThread() ? holds : 0;
  }

  /** Whether there was an interrupt in the meantime. */
  private synchronized boolean waitAndTake() {
    boolean interrupted = false;
    while (isTakenByAnother()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    take();
    return interrupted;
  }

  private boolean isTakenByAnother() {
    return holds > 0 && owner != Thread.currentThread();
  }

  private void take() {
    owner = Thread.currentThread();
    holds++;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Closer implements Guard {
    private boolean closed;

    @Override
    public void close() {
      if (!closed) {
        unlock();
        closed = true;
      }
    }
  }
}
