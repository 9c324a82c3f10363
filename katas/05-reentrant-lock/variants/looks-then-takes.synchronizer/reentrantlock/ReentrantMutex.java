package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A synchronizer queues the threads, and its state counts the holds. The author thought that the
 * synchronizer lets them ask one after the other, so that inside {@code tryAcquire} one is alone.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Queued queued = new Queued();

  public ReentrantMutex() {}

  public void lock() {
    queued.acquire(1);
  }

  public void lockInterruptibly() throws InterruptedException {
    queued.acquireInterruptibly(1);
  }

  public boolean tryLock() {
    return queued.tryAcquire(1);
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    return queued.tryAcquireNanos(1, unit.toNanos(timeout));
  }

  public void unlock() {
    queued.release(1);
  }

  public Guard acquire() {
    lock();
    return new Ticket();
  }

  public boolean isHeldByCurrentThread() {
    return queued.isHeldExclusively();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? queued.depth() : 0;
  }

  private static final class Queued extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    int depth() {
      return getState();
    }

    @Override
    protected boolean isHeldExclusively() {
      return getState() > 0 && getExclusiveOwnerThread() == Thread.currentThread();
    }

    @Override
    protected boolean tryAcquire(int holds) {
      int depth = getState();
      if (depth > 0 && !isHeldExclusively()) {
        return false;
      }
      setState(depth + holds); // BUG: check-then-act
      setExclusiveOwnerThread(Thread.currentThread());
      return true;
    }

    @Override
    protected boolean tryRelease(int holds) {
      if (!isHeldExclusively()) {
        throw new IllegalMonitorStateException("not held by this thread");
      }
      int depth = getState() - holds;
      if (depth == 0) {
        setExclusiveOwnerThread(null);
      }
      setState(depth);
      return depth == 0;
    }
  }

  private final class Ticket implements Guard {
    private boolean used;

    @Override
    public void close() {
      if (!used) {
        unlock();
        used = true;
      }
    }
  }
}
