package reentrantlock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Each sleeper waits for a latch of its own, and takes a new one if the lock is gone again. The
 * author thought that the latch keeps the time, for it says itself whether the time is over.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final Queue<CountDownLatch> sleepers = new ConcurrentLinkedQueue<>();
  private int holds; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    boolean interrupted = false;
    boolean taken = tryLock();
    while (!taken) {
      try {
        CountDownLatch latch = newLatch();
        try {
          taken = tryLock();
          if (!taken) {
            latch.await();
            taken = tryLock();
          }
        } finally {
          giveUp(latch);
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    while (!tryLock()) {
      CountDownLatch latch = newLatch();
      try {
        if (tryLock()) {
          return;
        }
        latch.await();
      } finally {
        giveUp(latch);
      }
    }
  }

  public boolean tryLock() {
    if (isHeldByCurrentThread() || owner.compareAndSet(null, Thread.currentThread())) {
      holds++;
      return true;
    }
    return false;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    throwIfInterrupted();
    while (!tryLock()) {
      CountDownLatch latch = newLatch();
      try {
        if (tryLock()) {
          return true;
        }
        if (!latch.await(nanos, TimeUnit.NANOSECONDS)) { // BUG: wrong-timeout
          return tryLock();
        }
      } finally {
        giveUp(latch);
      }
    }
    return true;
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("not the owner");
    }
    holds--;
    if (holds == 0) {
      owner.set(null);
      openFirst();
    }
  }

  public Guard acquire() {
    lock();
    return new Held();
  }

  public boolean isHeldByCurrentThread() {
    return owner.get() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? holds : 0;
  }

  private CountDownLatch newLatch() {
    CountDownLatch latch = new CountDownLatch(1);
    sleepers.add(latch);
    return latch;
  }

  /** If the latch was opened and nobody has the lock, the next one may want to know. */
  private void giveUp(CountDownLatch latch) {
    if (!sleepers.remove(latch) && owner.get() == null) {
      openFirst();
    }
  }

  private void openFirst() {
    CountDownLatch first = sleepers.poll();
    if (first != null) {
      first.countDown();
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Held implements Guard {
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
