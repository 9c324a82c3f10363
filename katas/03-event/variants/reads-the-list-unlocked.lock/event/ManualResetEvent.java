package event;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that a collection is in danger only from those who add and remove; to walk
 * along the sleepers and wake them leaves it as it is.
 */
public final class ManualResetEvent {

  private final Lock changing = new ReentrantLock();
  private final Set<Thread> sleepers = new LinkedHashSet<>();

  // Volatile: written before the walk along the sleepers, read after joining them.
  private volatile boolean lit;

  public ManualResetEvent() {}

  public void set() {
    lit = true;
    for (Thread sleeper : sleepers) { // BUG: data-race
      LockSupport.unpark(sleeper);
    }
  }

  public void clear() {
    lit = false;
  }

  public boolean isSet() {
    return lit;
  }

  public void await() throws InterruptedException {
    sleepUntilLit(new Forever());
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return sleepUntilLit(new Until(System.nanoTime() + Math.max(0, unit.toNanos(timeout))));
  }

  private boolean sleepUntilLit(Limit limit) throws InterruptedException {
    throwIfInterrupted();
    join();
    try {
      while (!lit) {
        if (!limit.park(this)) {
          return lit;
        }
        throwIfInterrupted();
      }
      return true;
    } finally {
      part();
    }
  }

  private void join() {
    changing.lock();
    try {
      sleepers.add(Thread.currentThread());
    } finally {
      changing.unlock();
    }
  }

  private void part() {
    changing.lock();
    try {
      sleepers.remove(Thread.currentThread());
    } finally {
      changing.unlock();
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** How long a thread may sleep. */
  private sealed interface Limit {
    /** Parks once; false, without parking, if the time is over. */
    boolean park(Object blocker);
  }

  private record Forever() implements Limit {
    @Override
    public boolean park(Object blocker) {
      LockSupport.park(blocker);
      return true;
    }
  }

  private record Until(long deadline) implements Limit {
    @Override
    public boolean park(Object blocker) {
      long left = deadline - System.nanoTime();
      LockSupport.parkNanos(blocker, left);
      return left > 0;
    }
  }
}
