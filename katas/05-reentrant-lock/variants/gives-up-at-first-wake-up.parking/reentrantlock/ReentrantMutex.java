package reentrantlock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The owner is exchanged through a variable handle, and those who wait park in a queue. The author
 * thought that {@code parkNanos} comes back when the lock is free or when the time is over.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private static final VarHandle OWNER;

  static {
    try {
      OWNER = MethodHandles.lookup().findVarHandle(ReentrantMutex.class, "owner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile Thread owner;
  private final Queue<Thread> queue = new ConcurrentLinkedQueue<>();
  private int count; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    if (tryLock()) {
      return;
    }
    Thread me = Thread.currentThread();
    queue.add(me);
    boolean interrupted = false;
    while (!tryLock()) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    queue.remove(me);
    if (interrupted) {
      me.interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    refuseInterrupted();
    if (tryLock()) {
      return;
    }
    queue.add(Thread.currentThread());
    try {
      while (!tryLock()) {
        LockSupport.park(this);
        refuseInterrupted();
      }
    } finally {
      dequeue();
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    boolean success = owner == me || OWNER.compareAndSet(this, null, me);
    if (success) {
      count++;
    }
    return success;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    refuseInterrupted();
    if (tryLock()) {
      return true;
    }
    if (nanos <= 0) {
      return false;
    }
    queue.add(Thread.currentThread());
    try {
      if (tryLock()) {
        return true;
      }
      LockSupport.parkNanos(this, nanos);
      refuseInterrupted();
      return tryLock(); // BUG: wrong-timeout
    } finally {
      dequeue();
    }
  }

  public void unlock() {
    if (owner != Thread.currentThread()) {
      throw new IllegalMonitorStateException("held by " + owner);
    }
    count--;
    if (count == 0) {
      owner = null;
      wakeOne();
    }
  }

  public Guard acquire() {
    lock();
    return new Entry();
  }

  public boolean isHeldByCurrentThread() {
    return owner == Thread.currentThread();
  }

  public int getHoldCount() {
    return owner == Thread.currentThread() ? count : 0;
  }

  private void dequeue() {
    queue.remove(Thread.currentThread());
    if (owner == null) {
      wakeOne();
    }
  }

  private void wakeOne() {
    LockSupport.unpark(queue.peek());
  }

  private static void refuseInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Entry implements Guard {
    private boolean left;

    @Override
    public void close() {
      if (left) {
        return;
      }
      unlock();
      left = true;
    }
  }
}
