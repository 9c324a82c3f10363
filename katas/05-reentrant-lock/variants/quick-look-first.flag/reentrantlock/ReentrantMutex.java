package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * The owner recognises itself without the monitor, and a flag says whether there is one. The author
 * thought that a boolean is true or false at any moment, so that to read it needs no monitor.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Object door = new Object();
  private boolean taken; // written under door
  private Thread owner; // written under door; outside of it compared with oneself only
  private int depth; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    if (again()) {
      return;
    }
    boolean interrupted = false;
    synchronized (door) {
      while (taken) {
        try {
          door.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      begin();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    if (!again()) {
      synchronized (door) {
        while (taken) {
          door.wait();
        }
        begin();
      }
    }
  }

  public boolean tryLock() {
    if (again()) {
      return true;
    }
    if (taken) { // BUG: stale-read
      return false;
    }
    return beginIfFree();
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    throwIfInterrupted();
    if (again()) {
      return true;
    }
    synchronized (door) {
      long left = end - System.nanoTime();
      while (taken && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(door, left);
        left = end - System.nanoTime();
      }
      return beginIfFree();
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the caller is not the owner");
    }
    depth--;
    if (depth == 0) {
      synchronized (door) {
        taken = false;
        owner = null;
        door.notify();
      }
    }
  }

  public Guard acquire() {
    lock();
    return new Visit();
  }

  public boolean isHeldByCurrentThread() {
    return owner == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  private boolean again() {
    boolean mine = isHeldByCurrentThread();
    if (mine) {
      depth++;
    }
    return mine;
  }

  private boolean beginIfFree() {
    synchronized (door) {
      boolean free = !taken;
      if (free) {
        begin();
      }
      return free;
    }
  }

  /** Called with door held. */
  private void begin() {
    taken = true;
    owner = Thread.currentThread();
    depth = 1;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Visit implements Guard {
    private boolean ended;

    @Override
    public void close() {
      if (!ended) {
        unlock();
        ended = true;
      }
    }
  }
}
