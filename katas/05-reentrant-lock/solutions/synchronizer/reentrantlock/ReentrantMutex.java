package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * The number of holds is the state of a synchronizer that brings its own queue: only the two
 * questions "may I?" and "was that the last?" are answered here.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Holds holds = new Holds();

  public ReentrantMutex() {}

  public void lock() {
    holds.acquire(1);
  }

  public void lockInterruptibly() throws InterruptedException {
    holds.acquireInterruptibly(1);
  }

  public boolean tryLock() {
    return holds.tryAcquire(1);
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    return holds.tryAcquireNanos(1, unit.toNanos(timeout));
  }

  public void unlock() {
    holds.release(1);
  }

  public Guard acquire() {
    lock();
    return new Hold();
  }

  public boolean isHeldByCurrentThread() {
    return holds.isHeldExclusively();
  }

  public int getHoldCount() {
    return holds.count();
  }

  private static final class Holds extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    int count() {
      return isHeldExclusively() ? getState() : 0;
    }

    @Override
    protected boolean isHeldExclusively() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }

    @Override
    protected boolean tryAcquire(int ignored) {
      if (isHeldExclusively()) {
        setState(getState() + 1);
        return true;
      }
      if (!compareAndSetState(0, 1)) {
        return false;
      }
      setExclusiveOwnerThread(Thread.currentThread());
      return true;
    }

    @Override
    protected boolean tryRelease(int ignored) {
      if (!isHeldExclusively()) {
        throw new IllegalMonitorStateException("the caller does not hold the lock");
      }
      boolean last = getState() == 1;
      if (last) {
        setExclusiveOwnerThread(null);
      }
      setState(getState() - 1);
      return last;
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
