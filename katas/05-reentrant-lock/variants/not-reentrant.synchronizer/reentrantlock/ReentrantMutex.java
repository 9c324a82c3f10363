package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * The class {@code Mutex} from the documentation of the synchronizer, with an owner. The author
 * thought that the owner is needed to refuse a wrong {@code unlock()}, and for nothing else.
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

  public boolean tryLock() {
    return sync.tryAcquire(1);
  }

  public void unlock() {
    sync.release(1);
  }

  public void lockInterruptibly() throws InterruptedException {
    sync.acquireInterruptibly(1);
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    return sync.tryAcquireNanos(1, unit.toNanos(timeout));
  }

  public boolean isHeldByCurrentThread() {
    return sync.isHeldExclusively();
  }

  public int getHoldCount() {
    return sync.isHeldExclusively() ? 1 : 0;
  }

  public Guard acquire() {
    lock();
    return new Unlocker();
  }

  private static final class Sync extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean tryAcquire(int ignored) {
      if (compareAndSetState(0, 1)) { // BUG: deadlock
        setExclusiveOwnerThread(Thread.currentThread());
        return true;
      }
      return false;
    }

    @Override
    protected boolean tryRelease(int ignored) {
      if (!isHeldExclusively()) {
        throw new IllegalMonitorStateException();
      }
      setExclusiveOwnerThread(null);
      setState(0);
      return true;
    }

    @Override
    protected boolean isHeldExclusively() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }
  }

  private final class Unlocker implements Guard {
    private boolean unlocked;

    @Override
    public void close() {
      if (!unlocked) {
        unlock();
        unlocked = true;
      }
    }
  }
}
