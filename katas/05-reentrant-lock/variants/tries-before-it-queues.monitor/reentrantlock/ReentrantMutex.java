package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An atomic owner decides who is in, and a monitor is there to sleep on. The author thought that
 * the monitor belongs to {@code wait} and {@code notify} alone, since the owner is atomic by
 * itself.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final Object hall = new Object(); // sleepers wait here
  private int depth; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    boolean interrupted = false;
    while (!tryLock()) {
      try {
        sleepUntilUnlock();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    while (!tryLock()) {
      sleepUntilUnlock();
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    if (owner.get() != me && !owner.compareAndSet(null, me)) {
      return false;
    }
    depth++;
    return true;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    synchronized (hall) {
      boolean success = tryLock();
      while (!success && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(hall, left);
        success = tryLock();
        left = end - System.nanoTime();
      }
      return success;
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("held by " + owner);
    }
    depth--;
    if (depth == 0) {
      owner.set(null);
      synchronized (hall) {
        hall.notifyAll();
      }
    }
  }

  public Guard acquire() {
    lock();
    return new Room();
  }

  public boolean isHeldByCurrentThread() {
    return owner.get() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  private void sleepUntilUnlock() throws InterruptedException {
    synchronized (hall) {
      hall.wait(); // BUG: lost-wakeup
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Room implements Guard {
    private boolean left;

    @Override
    public void close() {
      if (!left) {
        unlock();
        left = true;
      }
    }
  }
}
