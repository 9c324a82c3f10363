package reentrantlock;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The number of the owning thread is kept in an atomic long, and sleepers park. The author thought
 * that {@code nanoTime} is a clock: what is later has the greater number.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private static final long NOBODY = 0;

  private final AtomicLong ownerId = new AtomicLong(NOBODY);
  private final ConcurrentLinkedDeque<Thread> sleepers = new ConcurrentLinkedDeque<>();
  private int holds; // only the owner uses it

  public ReentrantMutex() {}

  public void lock() {
    Thread me = Thread.currentThread();
    boolean interrupted = false;
    sleepers.addLast(me);
    while (!tryLock()) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        interrupted = true;
      }
    }
    sleepers.remove(me);
    if (interrupted) {
      me.interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    sleepers.addLast(Thread.currentThread());
    try {
      while (!tryLock()) {
        LockSupport.park(this);
        throwIfInterrupted();
      }
    } finally {
      getUp();
    }
  }

  public boolean tryLock() {
    if (isHeldByCurrentThread() || ownerId.compareAndSet(NOBODY, myId())) {
      holds++;
      return true;
    }
    return false;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    Deadline deadline = new Deadline(System.nanoTime() + unit.toNanos(timeout));
    throwIfInterrupted();
    sleepers.addLast(Thread.currentThread());
    try {
      boolean mine = tryLock();
      while (!mine && !deadline.isOver()) {
        LockSupport.parkNanos(this, deadline.left());
        throwIfInterrupted();
        mine = tryLock();
      }
      return mine;
    } finally {
      getUp();
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("thread " + myId() + " does not hold the lock");
    }
    if (--holds == 0) {
      ownerId.set(NOBODY);
      LockSupport.unpark(sleepers.peekFirst());
    }
  }

  public Guard acquire() {
    lock();
    return new Held();
  }

  public boolean isHeldByCurrentThread() {
    return ownerId.get() == myId();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? holds : 0;
  }

  private void getUp() {
    sleepers.remove(Thread.currentThread());
    if (ownerId.get() == NOBODY) {
      LockSupport.unpark(sleepers.peekFirst());
    }
  }

  private static long myId() {
    return Thread.currentThread().threadId();
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private record Deadline(long end) {

    boolean isOver() {
      return System.nanoTime() >= end; // BUG: wrong-timeout
    }

    long left() {
      return end - System.nanoTime();
    }
  }

  private final class Held implements Guard {
    private boolean given;

    @Override
    public void close() {
      if (!given) {
        unlock();
        given = true;
      }
    }
  }
}
