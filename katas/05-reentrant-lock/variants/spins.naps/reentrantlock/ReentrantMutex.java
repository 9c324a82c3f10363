package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * Synchronized methods, and who cannot come in waits for a millisecond and looks again. The author
 * thought that this needs no notification, so that none can be lost.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(1);

  private Thread owner; // guarded by this
  private int count; // guarded by this

  public ReentrantMutex() {}

  public synchronized void lock() {
    boolean interrupted = false;
    while (!tryLock()) {
      try {
        nap(NAP);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public synchronized void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    while (!tryLock()) {
      nap(NAP);
    }
  }

  public synchronized boolean tryLock() {
    Thread me = Thread.currentThread();
    if (count > 0 && owner != me) {
      return false;
    }
    owner = me;
    count++;
    return true;
  }

  public synchronized boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    throwIfInterrupted();
    while (!tryLock()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      nap(Math.min(left, NAP));
    }
    return true;
  }

  public synchronized void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("not held by the calling thread");
    }
    count--;
    if (count == 0) {
      owner = null;
    }
  }

  public Guard acquire() {
    lock();
    return new Guard() {
      private boolean shut;

      @Override
      public void close() {
        if (!shut) {
          unlock();
          shut = true;
        }
      }
    };
  }

  public synchronized boolean isHeldByCurrentThread() {
    return owner == Thread.currentThread();
  }

  public synchronized int getHoldCount() {
    return isHeldByCurrentThread() ? count : 0;
  }

  private void nap(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.timedWait(this, nanos); // BUG: busy-wait
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
