package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * A semaphore with one permit keeps others out, and two fields remember who is in and how often.
 * The author thought that the permit is the lock, and the name on it only a note that can go
 * afterwards.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Permit permit = new Permit();
  private volatile Thread owner;
  private int holds; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    if (!isHeldByCurrentThread()) {
      permit.takeUninterruptibly();
      owner = Thread.currentThread();
    }
    holds++;
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    if (!isHeldByCurrentThread()) {
      permit.take();
      owner = Thread.currentThread();
    }
    holds++;
  }

  public boolean tryLock() {
    if (!isHeldByCurrentThread()) {
      if (!permit.tryTake()) {
        return false;
      }
      owner = Thread.currentThread();
    }
    holds++;
    return true;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    throwIfInterrupted();
    if (!isHeldByCurrentThread()) {
      if (!permit.tryTake(nanos)) {
        return false;
      }
      owner = Thread.currentThread();
    }
    holds++;
    return true;
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("not yours");
    }
    holds--;
    if (holds == 0) {
      permit.giveBack();
      owner = null; // BUG: lost-update
    }
  }

  public Guard acquire() {
    lock();
    return new Once();
  }

  public boolean isHeldByCurrentThread() {
    return owner == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? holds : 0;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** The semaphore of the last kata, for one permit. */
  private static final class Permit {
    private boolean there = true; // guarded by this

    synchronized void take() throws InterruptedException {
      while (!there) {
        wait();
      }
      there = false;
    }

    synchronized void takeUninterruptibly() {
      boolean interrupted = false;
      while (!there) {
        try {
          wait();
        } catch (InterruptedException noted) {
          interrupted = true;
        }
      }
      there = false;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    synchronized boolean tryTake() {
      boolean taken = there;
      there = false;
      return taken;
    }

    synchronized boolean tryTake(long nanos) throws InterruptedException {
      long end = System.nanoTime() + nanos;
      long left = nanos;
      while (!there && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
      return tryTake();
    }

    synchronized void giveBack() {
      there = true;
      notify();
    }
  }

  private final class Once implements Guard {
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
