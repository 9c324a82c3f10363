package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that the clock of {@code nanoTime} only ever grows, so the time is over as
 * soon as it shows at least as much as the end.
 */
public final class ManualResetEvent {

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean high; // guarded by lock

  public ManualResetEvent() {}

  public void set() {
    lock.lock();
    try {
      high = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      high = false;
    } finally {
      lock.unlock();
    }
  }

  public boolean isSet() {
    lock.lock();
    try {
      return high;
    } finally {
      lock.unlock();
    }
  }

  public void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!high) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long start = System.nanoTime();
    long end = start + Math.max(0L, unit.toNanos(timeout));
    lock.lockInterruptibly();
    try {
      for (long now = start; !high && now < end; now = System.nanoTime()) { // BUG: wrong-timeout
        changed.awaitNanos(end - now);
      }
      return high;
    } finally {
      lock.unlock();
    }
  }
}
