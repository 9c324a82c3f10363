package reentrantlock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A monitor guards the owner, and a concurrent map knows the depth of each thread. The author
 * thought that one map will do, since its keys are threads and no thread can disturb the entry of
 * another.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private static final Map<Thread, Integer> DEPTH =
      new ConcurrentHashMap<>(); // BUG: shared-static-state

  private final Object gate = new Object();
  private Thread owner; // guarded by gate

  public ReentrantMutex() {}

  public void lock() {
    boolean interrupted = false;
    synchronized (gate) {
      while (!enter()) {
        try {
          gate.wait();
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
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (gate) {
      while (!enter()) {
        gate.wait();
      }
    }
  }

  public boolean tryLock() {
    synchronized (gate) {
      return enter();
    }
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (gate) {
      while (!enter()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(gate, left);
      }
      return true;
    }
  }

  public void unlock() {
    Thread me = Thread.currentThread();
    synchronized (gate) {
      if (owner != me) {
        throw new IllegalMonitorStateException(me + " is not the owner");
      }
      Integer left = DEPTH.computeIfPresent(me, (thread, depth) -> depth > 1 ? depth - 1 : null);
      if (left == null) {
        owner = null;
        gate.notify();
      }
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
    synchronized (gate) {
      return owner == Thread.currentThread();
    }
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? DEPTH.getOrDefault(Thread.currentThread(), 0) : 0;
  }

  /** Called with gate held. */
  private boolean enter() {
    Thread me = Thread.currentThread();
    if (owner == null) {
      owner = me;
    }
    if (owner != me) {
      return false;
    }
    DEPTH.merge(me, 1, Integer::sum);
    return true;
  }
}
