package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * {@code lock()} is the interruptible method in another dress. The author had learned that one who
 * catches the exception has to set the status again, and thought that this is all there is to do.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private int depth; // guarded by this
  private Thread owner; // guarded by this

  public ReentrantMutex() {}

  public void lock() {
    if (tryLock()) {
      return;
    }
    try {
      lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // BUG: interrupt-as-success
    }
  }

  public synchronized void lockInterruptibly() throws InterruptedException {
    failIfInterrupted();
    while (!tryLock()) {
      wait();
    }
  }

  public synchronized boolean tryLock() {
    if (depth == 0) {
      owner = Thread.currentThread();
    } else if (!isHeldByCurrentThread()) {
      return false;
    }
    depth++;
    return true;
  }

  public synchronized boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    long end = System.nanoTime() + left;
    failIfInterrupted();
    boolean done = tryLock();
    while (!done && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
      done = tryLock();
    }
    return done;
  }

  public synchronized void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("not held by " + Thread.currentThread());
    }
    depth--;
    if (depth == 0) {
      owner = null;
      notify();
    }
  }

  public Guard acquire() {
    lock();
    return new Acquired();
  }

  public synchronized boolean isHeldByCurrentThread() {
    return owner == Thread.currentThread();
  }

  public synchronized int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  private static void failIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Acquired implements Guard {
    private boolean released;

    @Override
    public void close() {
      if (!released) {
        unlock();
        released = true;
      }
    }
  }
}
