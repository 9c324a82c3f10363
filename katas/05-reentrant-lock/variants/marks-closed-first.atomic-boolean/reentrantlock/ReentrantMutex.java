package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An atomic number names the owner, and the others sleep on a monitor. A guard can be closed once,
 * and the author thought that asking and marking in one atomic step is the safest way to see to it.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Object bench = new Object(); // sleepers wait here
  private final AtomicLong owner = new AtomicLong(); // thread id, 0 if free
  private int depth; // used by the owner only

  public ReentrantMutex() {}

  public Guard acquire() {
    lock();
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) { // BUG: lock-not-released
        unlock();
      }
    };
  }

  public void lock() {
    if (tryLock()) {
      return;
    }
    boolean interrupted = false;
    synchronized (bench) {
      while (!tryLock()) {
        try {
          bench.wait();
        } catch (InterruptedException e) {
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
    if (tryLock()) {
      return;
    }
    synchronized (bench) {
      while (!tryLock()) {
        bench.wait();
      }
    }
  }

  public boolean tryLock() {
    long id = Thread.currentThread().threadId();
    long found = owner.compareAndExchange(0, id);
    if (found != 0 && found != id) {
      return false;
    }
    depth++;
    return true;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    throwIfInterrupted();
    if (tryLock()) {
      return true;
    }
    synchronized (bench) {
      while (!tryLock()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(bench, left);
      }
      return true;
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("owner is thread " + owner);
    }
    depth--;
    if (depth == 0) {
      owner.set(0);
      synchronized (bench) {
        bench.notify();
      }
    }
  }

  public boolean isHeldByCurrentThread() {
    return owner.get() == Thread.currentThread().threadId();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
