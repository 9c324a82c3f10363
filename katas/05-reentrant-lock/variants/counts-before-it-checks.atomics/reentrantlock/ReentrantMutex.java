package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Two atomics say who and how often, and a monitor serves only to sleep. The author thought that an
 * atomic step is safe wherever it stands, and that the exception takes care of the rest.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final AtomicInteger depth = new AtomicInteger();
  private final Object door = new Object(); // sleepers wait here

  public ReentrantMutex() {}

  public void unlock() {
    int left = depth.decrementAndGet(); // BUG: over-release
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("no hold to give back");
    }
    if (left > 0) {
      return;
    }
    owner.set(null);
    synchronized (door) {
      door.notify();
    }
  }

  public void lock() {
    if (tryLock()) {
      return;
    }
    boolean interrupted = false;
    synchronized (door) {
      while (!tryLock()) {
        try {
          door.wait();
        } catch (InterruptedException kept) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    checkInterrupt();
    synchronized (door) {
      while (!tryLock()) {
        door.wait();
      }
    }
  }

  public boolean tryLock() {
    boolean inside = isHeldByCurrentThread() || owner.compareAndSet(null, Thread.currentThread());
    if (inside) {
      depth.incrementAndGet();
    }
    return inside;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    checkInterrupt();
    long end = System.nanoTime() + left;
    synchronized (door) {
      boolean done = tryLock();
      while (!done && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(door, left);
        done = tryLock();
        left = end - System.nanoTime();
      }
      return done;
    }
  }

  public Guard acquire() {
    lock();
    return new Guard() {
      private boolean closed;

      @Override
      public void close() {
        if (!closed) {
          unlock();
          closed = true;
        }
      }
    };
  }

  public boolean isHeldByCurrentThread() {
    return owner.get() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? depth.get() : 0;
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
