package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * Synchronized methods, and who has to wait does so on the lock object itself. The author thought
 * that a guard is only another way to write the {@code finally} with its {@code unlock()}.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private Thread holder; // guarded by this
  private int depth; // guarded by this; 0 is free

  public ReentrantMutex() {}

  public synchronized void lock() {
    boolean interrupted = false;
    while (barred()) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    enter();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public synchronized void lockInterruptibly() throws InterruptedException {
    checkInterrupt();
    while (barred()) {
      wait();
    }
    enter();
  }

  public synchronized boolean tryLock() {
    if (barred()) {
      return false;
    }
    enter();
    return true;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = unit.toNanos(timeout);
    long start = System.nanoTime();
    checkInterrupt();
    synchronized (this) {
      long left = limit;
      while (barred() && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = limit - (System.nanoTime() - start);
      }
      return tryLock();
    }
  }

  public synchronized void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("held by " + holder);
    }
    depth--;
    if (depth == 0) {
      holder = null;
      notifyAll();
    }
  }

  public Guard acquire() {
    lock();
    return this::unlock; // BUG: over-release
  }

  public synchronized boolean isHeldByCurrentThread() {
    return holder == Thread.currentThread();
  }

  public synchronized int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  private boolean barred() {
    return depth > 0 && holder != Thread.currentThread();
  }

  private void enter() {
    holder = Thread.currentThread();
    depth++;
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
