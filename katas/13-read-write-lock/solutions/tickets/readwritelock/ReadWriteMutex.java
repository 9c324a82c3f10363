package readwritelock;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * First come, first served. Everybody draws a ticket. Only the first in the queue looks whether it
 * may enter; readers behind one another enter one after the other and are inside together.
 */
public final class ReadWriteMutex {

  private final Queue<Object> tickets = new ArrayDeque<>(); // guarded by this
  private int readers; // guarded by this
  private Thread writer; // guarded by this

  public ReadWriteMutex() {}

  public synchronized void lockRead() throws InterruptedException {
    throwIfInterrupted();
    Object mine = draw();
    try {
      while (!isFirst(mine) || writer != null) {
        wait();
      }
      readers++;
    } finally {
      handIn(mine);
    }
  }

  public boolean tryLockRead(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long deadline = System.nanoTime() + left;
    synchronized (this) {
      Object mine = draw();
      try {
        while (!isFirst(mine) || writer != null) {
          if (left <= 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.timedWait(this, left);
          left = deadline - System.nanoTime();
        }
        readers++;
        return true;
      } finally {
        handIn(mine);
      }
    }
  }

  public synchronized void unlockRead() {
    if (readers == 0) {
      throw new IllegalMonitorStateException("nobody reads");
    }
    readers--;
    notifyAll();
  }

  public synchronized void lockWrite() throws InterruptedException {
    throwIfInterrupted();
    Object mine = draw();
    try {
      while (!isFirst(mine) || !isFree()) {
        wait();
      }
      writer = Thread.currentThread();
    } finally {
      handIn(mine);
    }
  }

  public boolean tryLockWrite(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long deadline = System.nanoTime() + left;
    synchronized (this) {
      Object mine = draw();
      try {
        while (!isFirst(mine) || !isFree()) {
          if (left <= 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.timedWait(this, left);
          left = deadline - System.nanoTime();
        }
        writer = Thread.currentThread();
        return true;
      } finally {
        handIn(mine);
      }
    }
  }

  public synchronized void unlockWrite() {
    requireWriter();
    writer = null;
    notifyAll();
  }

  public synchronized void downgrade() {
    requireWriter();
    writer = null;
    readers = 1;
    notifyAll();
  }

  public synchronized int readers() {
    return readers;
  }

  public synchronized boolean isWriteLocked() {
    return writer != null;
  }

  private boolean isFree() {
    return writer == null && readers == 0;
  }

  private Object draw() {
    Object ticket = new Object();
    tickets.add(ticket);
    return ticket;
  }

  private boolean isFirst(Object ticket) {
    return tickets.peek() == ticket;
  }

  /** Whether it is in or has given up: now somebody else is the first, and has to look. */
  private void handIn(Object ticket) {
    tickets.remove(ticket);
    notifyAll();
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
}
