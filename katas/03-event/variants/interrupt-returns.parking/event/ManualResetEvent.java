package event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The author had heard that an interrupt must not get lost, left the status as it was, and thought
 * that with it the caller knows enough about why the wait is over.
 */
public final class ManualResetEvent {

  private final Set<Thread> parked = ConcurrentHashMap.newKeySet();

  // Volatile: who parks looks at it after it has entered the set, who sets looks at the set after.
  private volatile boolean arrived;

  public ManualResetEvent() {}

  public void set() {
    arrived = true;
    for (Thread sleeper : parked) {
      LockSupport.unpark(sleeper);
    }
  }

  public void clear() {
    arrived = false;
  }

  public boolean isSet() {
    return arrived;
  }

  public void await() throws InterruptedException {
    Thread me = comeIn();
    try {
      while (!arrived) {
        LockSupport.park(this);
        if (me.isInterrupted()) {
          return; // BUG: interrupt-as-success
        }
      }
    } finally {
      parked.remove(me);
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + Math.max(0, unit.toNanos(timeout));
    Thread me = comeIn();
    try {
      while (!arrived) {
        long rest = end - System.nanoTime();
        if (rest <= 0) {
          return arrived;
        }
        LockSupport.parkNanos(this, rest);
        throwIfInterrupted();
      }
      return true;
    } finally {
      parked.remove(me);
    }
  }

  private Thread comeIn() throws InterruptedException {
    throwIfInterrupted();
    Thread me = Thread.currentThread();
    parked.add(me);
    return me;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
