package reentrantlock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A stamped reference holds the owner, and as its stamp the number that {@code getHoldCount} shows.
 * The author thought that to unlock is to take the owner away, as often as it may have locked.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicStampedReference<Thread> owner = new AtomicStampedReference<>(null, 0);
  private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();

  public ReentrantMutex() {}

  public void lock() {
    Thread me = Thread.currentThread();
    boolean interrupted = false;
    waiting.add(me);
    while (!tryLock()) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    waiting.remove(me);
    if (interrupted) {
      me.interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    waiting.add(Thread.currentThread());
    try {
      while (!tryLock()) {
        LockSupport.park(this);
        throwIfInterrupted();
      }
    } finally {
      stopWaiting();
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    if (isHeldByCurrentThread()) {
      owner.set(me, owner.getStamp() + 1);
      return true;
    }
    return owner.compareAndSet(null, me, 0, 1);
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    waiting.add(Thread.currentThread());
    try {
      while (!tryLock()) {
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, left);
        throwIfInterrupted();
        left = end - System.nanoTime();
      }
      return true;
    } finally {
      stopWaiting();
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the caller is not the owner");
    }
    owner.set(null, 0); // BUG: over-release
    LockSupport.unpark(waiting.peek());
  }

  public Guard acquire() {
    lock();
    return new Scope();
  }

  public boolean isHeldByCurrentThread() {
    return owner.getReference() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? owner.getStamp() : 0;
  }

  private void stopWaiting() {
    waiting.remove(Thread.currentThread());
    if (owner.getReference() == null) {
      LockSupport.unpark(waiting.peek());
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Scope implements Guard {
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
