package reentrantlock;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Its author believed that whoever is interrupted is not the owner. If the lock was handed over in
 * the same moment, the thread leaves as its owner and does not know.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Queue<Thread> waiters = new ArrayDeque<>(); // guarded by this
  private volatile Thread owner; // written under this
  private int holds; // guarded by this

  public ReentrantMutex() {}

  public void lock() {
    boolean interrupted = false;
    boolean mine = enter();
    while (!mine) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
      mine = isHeldByCurrentThread();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    boolean mine = enter();
    while (!mine) {
      LockSupport.park(this);
      throwIfGone();
      mine = isHeldByCurrentThread();
    }
  }

  public synchronized boolean tryLock() {
    Thread me = Thread.currentThread();
    if (owner != null && owner != me) {
      return false;
    }
    owner = me;
    holds++;
    return true;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    if (left <= 0) {
      return tryLock();
    }
    long deadline = System.nanoTime() + left;
    boolean mine = enter();
    while (!mine && left > 0) {
      LockSupport.parkNanos(this, left);
      throwIfGone();
      mine = isHeldByCurrentThread();
      left = deadline - System.nanoTime();
    }
    return mine || !leave();
  }

  public synchronized void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the caller does not hold the lock");
    }
    holds--;
    if (holds == 0) {
      owner = waiters.poll();
      if (owner != null) {
        holds = 1;
        LockSupport.unpark(owner);
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

  public synchronized int getHoldCount() {
    return isHeldByCurrentThread() ? holds : 0;
  }

  /** Takes the lock at once, or stands in the queue from now on. */
  private synchronized boolean enter() {
    boolean mine = tryLock();
    if (!mine) {
      waiters.add(Thread.currentThread());
    }
    return mine;
  }

  /** Gone or the owner, never both: false means that the lock came first. */
  private synchronized boolean leave() {
    return waiters.remove(Thread.currentThread());
  }

  private void throwIfGone() throws InterruptedException {
    if (Thread.interrupted()) {
      leave();
      throw new InterruptedException(); // BUG: lost-permit
    }
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
