package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An atomic reference to the owner is the whole lock, and nobody has to be woken. The author
 * thought that a thread which yields in each round does no harm to others.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private int depth; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    while (!tryLock()) {
      letOthersRun();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    do {
      throwIfInterrupted();
      if (tryLock()) {
        return;
      }
      letOthersRun();
    } while (true);
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    if (owner.get() == me || owner.compareAndSet(null, me)) {
      depth++;
      return true;
    }
    return false;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = unit.toNanos(timeout);
    long begin = System.nanoTime();
    throwIfInterrupted();
    while (!tryLock()) {
      if (System.nanoTime() - begin >= limit) {
        return false;
      }
      letOthersRun();
      throwIfInterrupted();
    }
    return true;
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the owner is " + owner);
    }
    depth--;
    if (depth == 0) {
      owner.set(null);
    }
  }

  public Guard acquire() {
    lock();
    return new Block();
  }

  public boolean isHeldByCurrentThread() {
    return owner.get() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  private static void letOthersRun() {
    Thread.yield(); // BUG: busy-wait
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Block implements Guard {
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
