package reentrantlock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Built on a synchronizer, with a short way past its queue for those who need not wait. The author
 * thought that an interrupt is a request to stop waiting, and that here nobody waits.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Core core = new Core();

  public ReentrantMutex() {}

  public void lock() {
    if (!core.tryAcquire(1)) {
      core.acquire(1);
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    if (!core.tryAcquire(1)) { // BUG: swallowed-interrupt
      core.acquireInterruptibly(1);
    }
  }

  public boolean tryLock() {
    return core.tryAcquire(1);
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    return core.tryAcquireNanos(1, unit.toNanos(timeout));
  }

  public void unlock() {
    core.release(1);
  }

  public Guard acquire() {
    lock();
    return new Release();
  }

  public boolean isHeldByCurrentThread() {
    return core.mine();
  }

  public int getHoldCount() {
    return core.mine() ? core.count() : 0;
  }

  private static final class Core extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    private transient volatile Thread owner;

    boolean mine() {
      return owner == Thread.currentThread();
    }

    int count() {
      return getState();
    }

    @Override
    protected boolean tryAcquire(int n) {
      if (mine()) {
        setState(getState() + n);
      } else if (compareAndSetState(0, n)) {
        owner = Thread.currentThread();
      } else {
        return false;
      }
      return true;
    }

    @Override
    protected boolean tryRelease(int n) {
      if (!mine()) {
        throw new IllegalMonitorStateException("the owner is " + owner);
      }
      int rest = getState() - n;
      if (rest == 0) {
        owner = null;
      }
      setState(rest);
      return rest == 0;
    }
  }

  private final class Release implements Guard {
    private boolean done;

    @Override
    public void close() {
      if (!done) {
        unlock();
        done = true;
      }
    }
  }
}
