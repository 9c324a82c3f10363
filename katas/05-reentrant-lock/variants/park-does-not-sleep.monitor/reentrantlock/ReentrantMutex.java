package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * Tries, and in between waits on a monitor until something has changed. The author had learned to
 * set the status again where the exception is caught, and thought that the loop does the rest.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Object monitor = new Object();
  private Thread owner; // guarded by monitor
  private int times; // guarded by monitor

  public ReentrantMutex() {}

  public void lock() {
    while (!tryLock()) {
      awaitUnlock();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (monitor) {
      while (!tryLock()) {
        monitor.wait();
      }
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    synchronized (monitor) {
      if (owner == null) {
        owner = me;
      } else if (owner != me) {
        return false;
      }
      times++;
      return true;
    }
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long end = System.nanoTime() + left;
    synchronized (monitor) {
      boolean success = tryLock();
      while (!success && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
        success = tryLock();
        left = end - System.nanoTime();
      }
      return success;
    }
  }

  public void unlock() {
    synchronized (monitor) {
      if (!isHeldByCurrentThread()) {
        throw new IllegalMonitorStateException("not held by the caller");
      }
      times--;
      if (times == 0) {
        owner = null;
        monitor.notifyAll();
      }
    }
  }

  public Guard acquire() {
    lock();
    return new Hold();
  }

  public boolean isHeldByCurrentThread() {
    synchronized (monitor) {
      return owner == Thread.currentThread();
    }
  }

  public int getHoldCount() {
    synchronized (monitor) {
      return isHeldByCurrentThread() ? times : 0;
    }
  }

  private void awaitUnlock() {
    synchronized (monitor) {
      if (owner == null) {
        return;
      }
      try {
        monitor.wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // BUG: busy-wait
      }
    }
  }

  private final class Hold implements Guard {
    private boolean over;

    @Override
    public void close() {
      if (!over) {
        unlock();
        over = true;
      }
    }
  }
}
