package reentrantlock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who has to wait hangs up a bell and sleeps until it rings; an unlock takes one bell down and
 * rings it. The author thought that a thread which leaves has only its own bell to think of.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final Queue<CountDownLatch> bells = new ConcurrentLinkedQueue<>();
  private int depth; // used by the owner only

  public ReentrantMutex() {}

  public void lock() {
    boolean interrupted = false;
    while (!tryLock()) {
      CountDownLatch bell = hangUp();
      if (tryLock()) {
        takeDown(bell);
        break;
      }
      interrupted |= sleepSoundly(bell);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    checkInterrupt();
    while (!tryLock()) {
      CountDownLatch bell = hangUp();
      try {
        if (tryLock()) {
          return;
        }
        bell.await();
      } finally {
        takeDown(bell);
      }
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    if (owner.get() == me || owner.compareAndSet(null, me)) {
      depth++;
      return true;
    }
    return false;
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    checkInterrupt();
    while (!tryLock()) {
      CountDownLatch bell = hangUp();
      try {
        if (tryLock()) {
          return true;
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        bell.await(left, TimeUnit.NANOSECONDS);
      } finally {
        takeDown(bell);
      }
    }
    return true;
  }

  public void unlock() {
    if (!isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("the lock is not held by the caller");
    }
    depth--;
    if (depth == 0) {
      owner.set(null);
      CountDownLatch bell = bells.poll();
      if (bell != null) {
        bell.countDown();
      }
    }
  }

  public Guard acquire() {
    lock();
    return new Closing();
  }

  public boolean isHeldByCurrentThread() {
    return owner.get() == Thread.currentThread();
  }

  public int getHoldCount() {
    return isHeldByCurrentThread() ? depth : 0;
  }

  private CountDownLatch hangUp() {
    CountDownLatch bell = new CountDownLatch(1);
    bells.add(bell);
    return bell;
  }

  private void takeDown(CountDownLatch bell) {
    bells.remove(bell); // BUG: lost-wakeup
  }

  /** Whether there was an interrupt before the bell. */
  private static boolean sleepSoundly(CountDownLatch bell) {
    boolean interrupted = false;
    while (true) {
      try {
        bell.await();
        return interrupted;
      } catch (InterruptedException notNow) {
        interrupted = true;
      }
    }
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private final class Closing implements Guard {
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
