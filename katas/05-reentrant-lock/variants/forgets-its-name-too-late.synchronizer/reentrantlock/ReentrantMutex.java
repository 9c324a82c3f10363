package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A synchronizer whose state is the number of holds. The author thought that nobody comes in before
 * {@code tryRelease} has returned true, since only then the synchronizer wakes somebody.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Lock lock = new Lock();

  public ReentrantMutex() {}

  public boolean tryLock() {
    return lock.tryAcquire(1);
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    return lock.tryAcquireNanos(1, nanos);
  }

  public void lock() {
    lock.acquire(1);
  }

  public void lockInterruptibly() throws InterruptedException {
    lock.acquireInterruptibly(1);
  }

  public void unlock() {
    lock.release(1);
  }

  public boolean isHeldByCurrentThread() {
    return lock.isHeldExclusively();
  }

  public int getHoldCount() {
    return lock.holds();
  }

  public Guard acquire() {
    lock();
    return new Guard() {
      private boolean open = true;

      @Override
      public void close() {
        if (open) {
          unlock();
          open = false;
        }
      }
    };
  }

  private static final class Lock extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    int holds() {
      return isHeldExclusively() ? getState() : 0;
    }

    @Override
    protected boolean tryAcquire(int more) {
      if (isHeldExclusively()) {
        setState(getState() + more);
        return true;
      }
      boolean first = compareAndSetState(0, more);
      if (first) {
        setExclusiveOwnerThread(Thread.currentThread());
      }
      return first;
    }

    @Override
    protected boolean tryRelease(int less) {
      if (!isHeldExclusively()) {
        throw new IllegalMonitorStateException("not the owner");
      }
      int rest = getState() - less;
      setState(rest);
      if (rest > 0) {
        return false;
      }
      setExclusiveOwnerThread(null); // BUG: lost-update
      return true;
    }

    @Override
    protected boolean isHeldExclusively() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }
  }
}
