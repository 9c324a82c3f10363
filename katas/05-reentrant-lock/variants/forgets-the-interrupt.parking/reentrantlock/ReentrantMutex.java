package reentrantlock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * An atomic owner and a queue of parked threads. The author knew that a thread whose status is set
 * does not park, and thought that to wipe the status away is the whole cure.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Queue<Thread> parked = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Thread> holder = new AtomicReference<>();
  private int times; // used by the holder only

  public ReentrantMutex() {}

  public void lock() {
    if (tryLock()) {
      return;
    }
    parked.add(Thread.currentThread());
    while (!tryLock()) {
      LockSupport.park(this);
      Thread.interrupted(); // BUG: swallowed-interrupt
    }
    parked.remove(Thread.currentThread());
  }

  public void lockInterruptibly() throws InterruptedException {
    endIfInterrupted();
    parked.add(Thread.currentThread());
    try {
      while (!tryLock()) {
        LockSupport.park(this);
        endIfInterrupted();
      }
    } finally {
      leaveQueue();
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    Thread before = holder.compareAndExchange(null, me);
    if (before == null || before == me) {
      times++;
      return true;
    }
    return false;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long limit = unit.toNanos(timeout);
    long start = System.nanoTime();
    endIfInterrupted();
    parked.add(Thread.currentThread());
    try {
      long left = limit;
      while (!tryLock()) {
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, left);
        endIfInterrupted();
        left = limit - (System.nanoTime() - start);
      }
      return true;
    } finally {
      leaveQueue();
    }
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("held by " + holder);
    }
    times--;
    if (times == 0) {
      holder.set(null);
      LockSupport.unpark(parked.peek());
    }
  }

  public Guard acquire() {
    lock();
    return new Section();
  }

  public boolean isHeldByCurrentThread() {
    return holder.get() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? times : 0;
  }

  private void leaveQueue() {
    parked.remove(Thread.currentThread());
    if (holder.get() == null) {
      LockSupport.unpark(parked.peek());
    }
  }

  private static void endIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Section implements Guard {
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
