package event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The author thought that a parked thread stays parked until somebody unparks it by name, and only
 * {@code set} knows the names.
 */
public final class ManualResetEvent {

  private final Set<Thread> names = ConcurrentHashMap.newKeySet();

  // Volatile: read after the name has been entered, written before the names are read.
  private volatile boolean set;

  public ManualResetEvent() {}

  public void set() {
    set = true;
    names.forEach(LockSupport::unpark);
  }

  public void clear() {
    set = false;
  }

  public boolean isSet() {
    return set;
  }

  public void await() throws InterruptedException {
    stopIfInterrupted();
    names.add(Thread.currentThread());
    try {
      if (!set) {
        LockSupport.park(this); // BUG: unguarded-wait
        stopIfInterrupted();
      }
    } finally {
      names.remove(Thread.currentThread());
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    stopIfInterrupted();
    names.add(Thread.currentThread());
    try {
      long left = end - System.nanoTime();
      while (!set && left > 0) {
        LockSupport.parkNanos(this, left);
        stopIfInterrupted();
        left = end - System.nanoTime();
      }
      return set;
    } finally {
      names.remove(Thread.currentThread());
    }
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
