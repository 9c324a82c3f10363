package readwritelock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A synchronizer that brings its own queue, with a shared and an exclusive mode. Only the questions
 * "may I?" and "who may be next?" are answered here. Readers do not pass those who stand in the
 * queue.
 */
public final class ReadWriteMutex {

  private final Holders holders = new Holders();

  public ReadWriteMutex() {}

  public void lockRead() throws InterruptedException {
    holders.acquireSharedInterruptibly(1);
  }

  public boolean tryLockRead(long timeout, TimeUnit unit) throws InterruptedException {
    return holders.tryAcquireSharedNanos(1, unit.toNanos(timeout));
  }

  public void unlockRead() {
    holders.releaseShared(1);
  }

  public void lockWrite() throws InterruptedException {
    holders.acquireInterruptibly(1);
  }

  public boolean tryLockWrite(long timeout, TimeUnit unit) throws InterruptedException {
    return holders.tryAcquireNanos(1, unit.toNanos(timeout));
  }

  public void unlockWrite() {
    holders.release(1);
  }

  public void downgrade() {
    holders.releaseShared(Holders.DOWNGRADE);
  }

  public int readers() {
    return holders.readers();
  }

  public boolean isWriteLocked() {
    return holders.isWritten();
  }

  /** The state is the number of readers, or -1 if somebody writes. */
  private static final class Holders extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;
    private static final int WRITTEN = -1;
    static final int DOWNGRADE = 0;

    int readers() {
      return Math.max(0, getState());
    }

    boolean isWritten() {
      return getState() == WRITTEN;
    }

    @Override
    protected int tryAcquireShared(int ignored) {
      if (hasQueuedPredecessors()) {
        return -1;
      }
      int now = getState();
      while (now != WRITTEN) {
        if (compareAndSetState(now, now + 1)) {
          return 1;
        }
        now = getState();
      }
      return -1;
    }

    @Override
    protected boolean tryReleaseShared(int how) {
      return how == DOWNGRADE ? releaseAllButReading() : releaseOneReader();
    }

    @Override
    protected boolean tryAcquire(int ignored) {
      if (!compareAndSetState(0, WRITTEN)) {
        return false;
      }
      setExclusiveOwnerThread(Thread.currentThread());
      return true;
    }

    @Override
    protected boolean tryRelease(int ignored) {
      requireWriter();
      setExclusiveOwnerThread(null);
      setState(0);
      return true;
    }

    /** True: the next in the queue is woken, for it may read now. */
    private boolean releaseAllButReading() {
      requireWriter();
      setExclusiveOwnerThread(null);
      setState(1);
      return true;
    }

    private boolean releaseOneReader() {
      int now = getState();
      while (now > 0) {
        if (compareAndSetState(now, now - 1)) {
          return now == 1;
        }
        now = getState();
      }
      throw new IllegalMonitorStateException("nobody reads");
    }

    private void requireWriter() {
      if (getExclusiveOwnerThread() != Thread.currentThread()) {
        throw new IllegalMonitorStateException("the caller does not write");
      }
    }
  }
}
