package event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author thought that a thread that has begun to wait for an event must not be drawn away from
 * it, and chose the wait that an interrupt cannot end.
 */
public final class ManualResetEvent {

  private final Lock gate = new ReentrantLock();
  private final Condition gateOpened = gate.newCondition();
  private boolean open;

  public ManualResetEvent() {}

  public void set() {
    withGate(() -> {
      open = true;
      gateOpened.signalAll();
    });
  }

  public void clear() {
    withGate(() -> open = false);
  }

  public boolean isSet() {
    gate.lock();
    try {
      return open;
    } finally {
      gate.unlock();
    }
  }

  public void await() throws InterruptedException {
    gate.lockInterruptibly();
    try {
      while (!open) {
        gateOpened.awaitUninterruptibly(); // BUG: swallowed-interrupt
      }
    } finally {
      gate.unlock();
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    gate.lockInterruptibly();
    try {
      while (!open && nanos > 0) {
        nanos = gateOpened.awaitNanos(nanos);
      }
      return open;
    } finally {
      gate.unlock();
    }
  }

  private void withGate(Runnable change) {
    gate.lock();
    try {
      change.run();
    } finally {
      gate.unlock();
    }
  }
}
