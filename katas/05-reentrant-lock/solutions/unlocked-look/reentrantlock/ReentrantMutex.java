package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * A monitor hands the lock from one owner to the next. The owner itself never needs it: it finds
 * itself in a plain field.
 *
 * <p>Why that is right, although nothing orders the look: a thread finds itself there only if it
 * has written itself, and nobody else writes it or takes it away. Every other value, new or old,
 * means the same: not mine.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Object monitor = new Object();
  private Thread owner; // written under the monitor; read without it only to find oneself
  private int holds; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    if (isHeldByCurrentThread()) {
      holds++;
      return;
    }
    boolean interrupted = false;
    synchronized (monitor) {
      while (owner != null) {
        try {
          monitor.wait();
        } catch (InterruptedException told) {
          interrupted = true;
        }
      }
      takeFree();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    if (isHeldByCurrentThread()) {
      holds++;
      return;
    }
    synchronized (monitor) {
      while (owner != null) {
        monitor.wait();
      }
      takeFree();
    }
  }

  public boolean tryLock() {
    if (isHeldByCurrentThread()) {
      holds++;
      return true;
    }
    synchronized (monitor) {
      return takeIfFree();
    }
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    if (isHeldByCurrentThread()) {
      holds++;
      return true;
    }
    long deadline = System.nanoTime() + left;
    synchronized (monitor) {
      while (owner != null && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
        left = deadline - System.nanoTime();
      }
      return takeIfFree();
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the caller does not hold the lock");
    }
    holds--;
    if (holds == 0) {
      synchronized (monitor) {
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
    return owner == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? holds : 0;
  }

  /** Called with the monitor held. */
  private boolean takeIfFree() {
    if (owner != null) {
      return false;
    }
    takeFree();
    return true;
  }

  /** Called with the monitor held, when nobody holds the lock. */
  private void takeFree() {
    owner = Thread.currentThread();
    holds = 1;
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
