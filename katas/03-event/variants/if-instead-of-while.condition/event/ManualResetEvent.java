package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author took the end of {@code await} for the message itself: the condition is signalled in
 * one place only, so whoever comes out of it finds an open gate.
 */
public final class ManualResetEvent {

  private final Lock door = new ReentrantLock();
  private final Condition opened = door.newCondition();
  private boolean open; // guarded by door

  public ManualResetEvent() {
    open = false;
  }

  public void set() {
    turn(true);
  }

  public void clear() {
    turn(false);
  }

  public boolean isSet() {
    door.lock();
    try {
      return open;
    } finally {
      door.unlock();
    }
  }

  public void await() throws InterruptedException {
    door.lockInterruptibly();
    try {
      if (open) {
        return;
      }
      opened.await(); // BUG: unguarded-wait
    } finally {
      door.unlock();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long remaining = unit.toNanos(timeout);
    door.lockInterruptibly();
    try {
      while (!open && remaining > 0) {
        remaining = opened.awaitNanos(remaining);
      }
      return open;
    } finally {
      door.unlock();
    }
  }

  private void turn(boolean toOpen) {
    door.lock();
    try {
      open = toOpen;
      if (toOpen) {
        opened.signalAll();
      }
    } finally {
      door.unlock();
    }
  }
}
