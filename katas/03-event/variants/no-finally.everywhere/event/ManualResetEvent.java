package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author put an unlock at the end of each method and in front of each early return, and thought
 * that these are all the ways out of a method.
 */
public final class ManualResetEvent {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition hoisted = lock.newCondition();
  private boolean flag;

  public ManualResetEvent() {}

  public void set() {
    lock.lock();
    flag = true;
    hoisted.signalAll();
    lock.unlock();
  }

  public void clear() {
    lock.lock();
    flag = false;
    lock.unlock();
  }

  public boolean isSet() {
    lock.lock();
    boolean seen = flag;
    lock.unlock();
    return seen;
  }

  public void await() throws InterruptedException {
    lock.lockInterruptibly();
    while (!flag) {
      hoisted.await();
    }
    lock.unlock(); // BUG: lock-not-released
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    while (!flag) {
      if (left <= 0) {
        lock.unlock();
        return false;
      }
      left = hoisted.awaitNanos(left);
    }
    lock.unlock();
    return true;
  }
}
