package reentrantlock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Synchronized methods, and each waiting thread sleeps on a bed of its own so that an unlock can
 * choose whom to wake. The author thought that who waits lets go of everything it holds.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Deque<Object> beds = new ArrayDeque<>(); // guarded by this
  private volatile Thread owner; // written under this
  private int depth; // used by the owner only

  public ReentrantMutex() {}

  public synchronized void lock() {
    boolean interrupted = false;
    while (!tryLock()) {
      try {
        sleep(0);
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
      sleep(0);
    }
  }

  public synchronized boolean tryLock() {
    if (owner == null) {
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
    throwIfInterrupted();
    while (!tryLock()) {
      if (left <= 0) {
        return false;
      }
      sleep(left);
      left = end - System.nanoTime();
    }
    return true;
  }

  public synchronized void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("held by " + owner);
    }
    depth--;
    if (depth == 0) {
      owner = null;
      Object first = beds.poll();
      if (first != null) {
        synchronized (first) {
          first.notify();
        }
      }
    }
  }

  public Guard acquire() {
    lock();
    return new Lease();
  }

  public boolean isHeldByCurrentThread() {
    return owner == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  /** Called with the monitor of the lock held; 0 means without a limit. */
  private void sleep(long nanos) throws InterruptedException {
    Object bed = new Object();
    beds.add(bed);
    try {
      synchronized (bed) {
        bed.wait(nanos / 1_000_000, (int) (nanos % 1_000_000)); // BUG: wait-holding-lock
      }
    } finally {
      beds.remove(bed);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Lease implements Guard {
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
