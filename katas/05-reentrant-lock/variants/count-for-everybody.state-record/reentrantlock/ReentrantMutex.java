package reentrantlock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Owner and depth are one immutable value that is exchanged as a whole. The author thought that
 * with this every question about the lock is answered by one look at the value.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private record State(Thread owner, int depth) {}

  private static final State FREE = new State(null, 0);

  private final AtomicReference<State> state = new AtomicReference<>(FREE);
  private final Queue<Thread> line = new ConcurrentLinkedQueue<>();

  public ReentrantMutex() {}

  public void lock() {
    boolean interrupted = false;
    line.add(Thread.currentThread());
    while (!tryLock()) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    line.remove(Thread.currentThread());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    stopIfInterrupted();
    line.add(Thread.currentThread());
    try {
      while (!tryLock()) {
        LockSupport.park(this);
        stopIfInterrupted();
      }
    } finally {
      quit();
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    State now = state.get();
    if (now.owner() == me) {
      state.set(new State(me, now.depth() + 1));
      return true;
    }
    return now == FREE && state.compareAndSet(FREE, new State(me, 1));
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    stopIfInterrupted();
    line.add(Thread.currentThread());
    try {
      while (!tryLock()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, left);
        stopIfInterrupted();
      }
      return true;
    } finally {
      quit();
    }
  }

  public void unlock() {
    State now = state.get();
    if (now.owner() != Thread.currentThread()) {
      throw new IllegalMonitorStateException("state " + now);
    }
    if (now.depth() > 1) {
      state.set(new State(now.owner(), now.depth() - 1));
    } else {
      state.set(FREE);
      wakeNext();
    }
  }

  public Guard acquire() {
    lock();
    return new OneHold();
  }

  public boolean isHeldByCurrentThread() {
    return state.get().owner() == Thread.currentThread();
  }

  public int getHoldCount() {
    return state.get().depth(); // BUG: mistaken-identity
  }

  private void quit() {
    line.remove(Thread.currentThread());
    if (state.get() == FREE) {
      wakeNext();
    }
  }

  private void wakeNext() {
    Thread next = line.peek();
    if (next != null) {
      LockSupport.unpark(next);
    }
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class OneHold implements Guard {
    private boolean over;

    @Override
    public void close() {
      if (!over) {
        unlock();
        over = true;
      }
    }
  }
}
