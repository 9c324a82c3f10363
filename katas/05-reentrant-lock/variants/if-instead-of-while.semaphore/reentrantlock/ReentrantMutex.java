package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * A gate for one, and behind it the owner and the depth. The author thought that the notification
 * is the permission: it goes to one thread, so this thread may walk through the gate.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Gate gate = new Gate();
  private volatile Thread owner;
  private volatile int depth;

  public ReentrantMutex() {}

  public void lock() {
    if (again()) {
      return;
    }
    boolean interrupted = false;
    boolean inside = false;
    while (!inside) {
      try {
        gate.pass();
        inside = true;
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    begin();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    checkInterrupt();
    if (!again()) {
      gate.pass();
      begin();
    }
  }

  public boolean tryLock() {
    if (again()) {
      return true;
    }
    boolean inside = gate.passIfOpen();
    if (inside) {
      begin();
    }
    return inside;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    checkInterrupt();
    if (again()) {
      return true;
    }
    boolean inside = gate.passWithin(nanos);
    if (inside) {
      begin();
    }
    return inside;
  }

  public void unlock() {
    if (owner != Thread.currentThread()) {
      throw new IllegalMonitorStateException("the caller is not inside");
    }
    int left = depth - 1;
    depth = left;
    if (left == 0) {
      owner = null;
      gate.open();
    }
  }

  public Guard acquire() {
    lock();
    return new Stay();
  }

  public boolean isHeldByCurrentThread() {
    return owner == Thread.currentThread();
  }

  public int getHoldCount() {
    return owner == Thread.currentThread() ? depth : 0;
  }

  private boolean again() {
    boolean mine = owner == Thread.currentThread();
    if (mine) {
      int next = depth + 1;
      depth = next;
    }
    return mine;
  }

  private void begin() {
    depth = 1;
    owner = Thread.currentThread();
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static final class Gate {
    private boolean shut; // guarded by this

    synchronized void pass() throws InterruptedException {
      if (shut) { // BUG: unguarded-wait
        wait();
      }
      shut = true;
    }

    synchronized boolean passIfOpen() {
      if (shut) {
        return false;
      }
      shut = true;
      return true;
    }

    synchronized boolean passWithin(long nanos) throws InterruptedException {
      long begin = System.nanoTime();
      long left = nanos;
      while (shut && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = nanos - (System.nanoTime() - begin);
      }
      return passIfOpen();
    }

    synchronized void open() {
      shut = false;
      notify();
    }
  }

  private final class Stay implements Guard {
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
