package readwritelock;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Those who wait stand in a queue. Whoever changes something hands the lock over: to the first, if
 * it may come in now, and to those behind it as long as they may come in as well. So nobody is
 * woken in vain.
 */
public final class ReadWriteMutex {

  private final Queue<Waiter> waiters = new ArrayDeque<>(); // guarded by this
  private int readers; // guarded by this
  private Thread writer; // guarded by this

  public ReadWriteMutex() {}

  public void lockRead() throws InterruptedException {
    awaitGrant(new Waiter(false));
  }

  public boolean tryLockRead(long timeout, TimeUnit unit) throws InterruptedException {
    return awaitGrant(new Waiter(false), unit.toNanos(timeout));
  }

  public synchronized void unlockRead() {
    if (readers == 0) {
      throw new IllegalMonitorStateException("nobody reads");
    }
    readers--;
    handOver();
  }

  public void lockWrite() throws InterruptedException {
    awaitGrant(new Waiter(true));
  }

  public boolean tryLockWrite(long timeout, TimeUnit unit) throws InterruptedException {
    return awaitGrant(new Waiter(true), unit.toNanos(timeout));
  }

  public synchronized void unlockWrite() {
    requireWriter();
    writer = null;
    handOver();
  }

  public synchronized void downgrade() {
    requireWriter();
    writer = null;
    readers = 1;
    handOver();
  }

  public synchronized int readers() {
    return readers;
  }

  public synchronized boolean isWriteLocked() {
    return writer != null;
  }

  private void awaitGrant(Waiter me) throws InterruptedException {
    throwIfInterrupted();
    enter(me);
    while (!me.granted) {
      LockSupport.park(this);
      throwIfGone(me);
    }
  }

  private boolean awaitGrant(Waiter me, long nanos) throws InterruptedException {
    throwIfInterrupted();
    long left = nanos;
    long deadline = System.nanoTime() + left;
    enter(me);
    while (!me.granted && left > 0) {
      LockSupport.parkNanos(this, left);
      throwIfGone(me);
      left = deadline - System.nanoTime();
    }
    return me.granted || !leave(me);
  }

  private synchronized void enter(Waiter me) {
    waiters.add(me);
    handOver();
  }

  /** Granted or gone, never both: false means that the lock came first. */
  private synchronized boolean leave(Waiter me) {
    boolean left = waiters.remove(me);
    handOver();
    return left;
  }

  /** Returns if there was no interrupt, or if the lock came first; then the interrupt is kept. */
  private void throwIfGone(Waiter me) throws InterruptedException {
    if (Thread.interrupted()) {
      if (leave(me)) {
        throw new InterruptedException();
      }
      Thread.currentThread().interrupt();
    }
  }

  /** Called with the monitor held, after every change. */
  private void handOver() {
    Waiter first = waiters.peek();
    while (first != null && mayEnter(first)) {
      waiters.remove();
      if (first.writes) {
        writer = first.thread;
      } else {
        readers++;
      }
      first.granted = true;
      LockSupport.unpark(first.thread);
      first = waiters.peek();
    }
  }

  private boolean mayEnter(Waiter one) {
    return writer == null && (readers == 0 || !one.writes);
  }

  private void requireWriter() {
    if (writer != Thread.currentThread()) {
      throw new IllegalMonitorStateException("the caller does not write");
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static final class Waiter {
    final Thread thread = Thread.currentThread();
    final boolean writes;

    // Volatile: written under the lock, read by its thread without it.
    volatile boolean granted;

    Waiter(boolean writes) {
      this.writes = writes;
    }
  }
}
