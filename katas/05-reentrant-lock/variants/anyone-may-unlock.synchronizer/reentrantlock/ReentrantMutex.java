package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * The state of a synchronizer says how often the lock is taken, and the owner may take it again.
 * The author thought that the owner matters only to those who come in: who goes out was inside.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Sync sync = new Sync();

  public ReentrantMutex() {}

  public void lock() {
    sync.acquire(1);
  }

  public void lockInterruptibly() throws InterruptedException {
    sync.acquireInterruptibly(1);
  }

  public boolean tryLock() {
    return sync.tryAcquire(1);
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    return sync.tryAcquireNanos(1, unit.toNanos(timeout));
  }

  public void unlock() {
    sync.release(1);
  }

  public Guard acquire() {
    sync.acquire(1);
    return new Guard() {
      private boolean done;

      @Override
      public void close() {
        if (done) {
          return;
        }
        unlock();
        done = true;
      }
    };
  }

  public boolean isHeldByCurrentThread() {
    return sync.isHeldExclusively();
  }

  public int getHoldCount() {
    return sync.depth();
  }

  private static final class Sync extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    int depth() {
      return isHeldExclusively() ? getState() : 0;
    }

    @Override
    protected boolean tryAcquire(int count) {
      int depth = getState();
      if (depth == 0) {
        if (!compareAndSetState(0, count)) {
          return false;
        }
        setExclusiveOwnerThread(Thread.currentThread());
        return true;
      }
      if (isHeldExclusively()) {
        setState(depth + count);
        return true;
      }
      return false;
    }

    @Override
    protected boolean tryRelease(int count) {
      int depth = getState() - count;
      if (depth < 0) { // BUG: over-release
        throw new IllegalMonitorStateException("not locked");
      }
      if (depth == 0) {
        setExclusiveOwnerThread(null);
      }
      setState(depth);
      return depth == 0;
    }

    @Override
    protected boolean isHeldExclusively() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }
  }
}
