package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The owner is atomic, and a monitor is only for sleeping. The author thought that a sleeper needs
 * so long to wake up that the last line of {@code unlock()} is done by then.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<Thread> holder = new AtomicReference<>();
  private final Object dormitory = new Object(); // sleepers wait here
  private int entries; // used by the holder only

  public ReentrantMutex() {}

  public void lock() {
    if (tryLock()) {
      return;
    }
    boolean interrupted = false;
    synchronized (dormitory) {
      while (!tryLock()) {
        try {
          dormitory.wait();
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
    refuseInterrupted();
    synchronized (dormitory) {
      while (!tryLock()) {
        dormitory.wait();
      }
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    Thread found = holder.get();
    if (found == null && holder.compareAndSet(null, me)) {
      found = me;
    }
    if (found == me) {
      entries++;
    }
    return found == me;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    refuseInterrupted();
    synchronized (dormitory) {
      while (!tryLock()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(dormitory, left);
      }
      return true;
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the caller has no entry");
    }
    entries--;
    if (entries == 0) {
      wakeSomebody(); // BUG: lost-wakeup
      holder.set(null);
    }
  }

  public Guard acquire() {
    lock();
    return new Entry();
  }

  public boolean isHeldByCurrentThread() {
    return holder.get() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? entries : 0;
  }

  private void wakeSomebody() {
    synchronized (dormitory) {
      dormitory.notify();
    }
  }

  private static void refuseInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Entry implements Guard {
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
