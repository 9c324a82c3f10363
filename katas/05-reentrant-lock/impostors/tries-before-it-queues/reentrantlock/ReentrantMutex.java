package reentrantlock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Its author believed that nothing happens between a failed attempt and the entry in the queue
 * (M18). If the lock is freed just then, nobody is in the queue yet to be woken.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();
  private int holds; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    if (tryLock()) {
      return;
    }
    boolean interrupted = false;
    waiters.add(Thread.currentThread());
    do { // BUG: lost-wakeup
      LockSupport.park(this);
      // The status has to go, or the next park would not sleep.
      interrupted |= Thread.interrupted();
    } while (!tryLock());
    waiters.remove(Thread.currentThread());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    if (tryLock()) {
      return;
    }
    waiters.add(Thread.currentThread());
    try {
      while (!tryLock()) {
        LockSupport.park(this);
        throwIfInterrupted();
      }
    } finally {
      leave();
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    if (owner.get() != me && !owner.compareAndSet(null, me)) {
      return false;
    }
    holds++;
    return true;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    if (tryLock()) {
      return true;
    }
    long deadline = System.nanoTime() + left;
    waiters.add(Thread.currentThread());
    try {
      boolean taken = tryLock();
      while (!taken && left > 0) {
        LockSupport.parkNanos(this, left);
        throwIfInterrupted();
        taken = tryLock();
        left = deadline - System.nanoTime();
      }
      return taken;
    } finally {
      leave();
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the caller does not hold the lock");
    }
    holds--;
    if (holds == 0) {
      owner.set(null);
      wakeFirst();
    }
  }

  public Guard acquire() {
    lock();
    return new Hold();
  }

  public boolean isHeldByCurrentThread() {
    return owner.get() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? holds : 0;
  }

  /** A wake-up may have come for who leaves: it goes to the next then. */
  private void leave() {
    waiters.remove(Thread.currentThread());
    if (owner.get() == null) {
      wakeFirst();
    }
  }

  private void wakeFirst() {
    LockSupport.unpark(waiters.peek());
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
