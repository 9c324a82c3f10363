package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * Its author believed that whoever calls {@code unlock} will have called {@code lock} before (M43).
 * So any thread opens the lock under the hands of the one that is inside.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Object monitor = new Object();
  private Thread owner; // guarded by monitor
  private int holds; // guarded by monitor

  public ReentrantMutex() {}

  public void lock() {
    boolean interrupted = false;
    synchronized (monitor) {
      while (!take()) {
        try {
          monitor.wait();
        } catch (InterruptedException told) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    synchronized (monitor) {
      while (!take()) {
        // If a notification comes with the interrupt, it goes to another thread (JLS 17.2.4).
        monitor.wait();
      }
    }
  }

  public boolean tryLock() {
    synchronized (monitor) {
      return take();
    }
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    // The sum may overflow; the difference below is right all the same.
    long deadline = System.nanoTime() + left;
    synchronized (monitor) {
      while (!take()) {
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
        left = deadline - System.nanoTime();
      }
      return true;
    }
  }

  public void unlock() {
    synchronized (monitor) {
      if (owner == null) { // BUG: over-release
        throw new IllegalMonitorStateException("the caller does not hold the lock");
      }
      holds--;
      if (holds == 0) {
        owner = null;
        monitor.notify();
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
      return owner == Thread.currentThread() ? holds : 0;
    }
  }

  /** Called with the monitor held. */
  private boolean take() {
    Thread me = Thread.currentThread();
    if (owner != null && owner != me) {
      return false;
    }
    owner = me;
    holds++;
    return true;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** One hold, until it is closed. */
  private final class Hold implements Guard {
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
