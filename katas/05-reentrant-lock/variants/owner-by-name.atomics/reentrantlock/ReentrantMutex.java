package reentrantlock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock carries a label with the name of its owner, which is attached by compare-and-set. The
 * author thought that a text says as much as the thread, and keeps no dead thread from the
 * collector.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<String> label = new AtomicReference<>();
  private final Queue<Thread> asleep = new ConcurrentLinkedQueue<>();
  private volatile int depth; // changed by the owner only

  public ReentrantMutex() {}

  public void lock() {
    boolean interrupted = false;
    asleep.add(Thread.currentThread());
    while (!tryLock()) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    asleep.remove(Thread.currentThread());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    asleep.add(Thread.currentThread());
    try {
      while (!tryLock()) {
        LockSupport.park(this);
        throwIfInterrupted();
      }
    } finally {
      wakeUpAndGo();
    }
  }

  public boolean tryLock() {
    if (isHeldByCurrentThread()) {
      setDepth(depth + 1);
      return true;
    }
    if (label.compareAndSet(null, Thread.currentThread().getName())) {
      setDepth(1);
      return true;
    }
    return false;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = unit.toNanos(timeout);
    long begin = System.nanoTime();
    throwIfInterrupted();
    asleep.add(Thread.currentThread());
    try {
      long left = limit;
      boolean taken = tryLock();
      while (!taken && left > 0) {
        LockSupport.parkNanos(this, left);
        throwIfInterrupted();
        taken = tryLock();
        left = limit - (System.nanoTime() - begin);
      }
      return taken;
    } finally {
      wakeUpAndGo();
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the lock is held by " + label);
    }
    setDepth(depth - 1);
    if (depth == 0) {
      label.set(null);
      LockSupport.unpark(asleep.peek());
    }
  }

  public Guard acquire() {
    lock();
    return new Label();
  }

  public boolean isHeldByCurrentThread() {
    return Thread.currentThread().getName().equals(label.get()); // BUG: mistaken-identity
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  private void setDepth(int depth) {
    this.depth = depth;
  }

  private void wakeUpAndGo() {
    asleep.remove(Thread.currentThread());
    if (label.get() == null) {
      LockSupport.unpark(asleep.peek());
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Label implements Guard {
    private boolean removed;

    @Override
    public void close() {
      if (!removed) {
        unlock();
        removed = true;
      }
    }
  }
}
