package event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The author knew that two threads must not both make the waiting room, and thought that a thread
 * which finds one made already may simply go in.
 */
public final class ManualResetEvent {

  private WaitingRoom room; // made on first use

  // Volatile: who enters the room looks at it afterwards, who sets it looks into the room
  // afterwards.
  private volatile boolean called;

  public ManualResetEvent() {}

  public void set() {
    called = true;
    room().wakeAll();
  }

  public void clear() {
    called = false;
  }

  public boolean isSet() {
    return called;
  }

  public void await() throws InterruptedException {
    throwIfInterrupted();
    WaitingRoom mine = room();
    mine.enter(Thread.currentThread());
    try {
      while (!called) {
        LockSupport.park(mine);
        throwIfInterrupted();
      }
    } finally {
      mine.leave(Thread.currentThread());
    }
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    long begin = System.nanoTime();
    long allowed = unit.toNanos(timeout);
    throwIfInterrupted();
    WaitingRoom mine = room();
    mine.enter(Thread.currentThread());
    try {
      long used = 0;
      while (!called && used < allowed) {
        LockSupport.parkNanos(mine, allowed - used);
        throwIfInterrupted();
        used = System.nanoTime() - begin;
      }
      return called;
    } finally {
      mine.leave(Thread.currentThread());
    }
  }

  private WaitingRoom room() {
    WaitingRoom known = room; // BUG: unsafe-publication
    return known == null ? makeRoom() : known;
  }

  private synchronized WaitingRoom makeRoom() {
    if (room == null) {
      room = new WaitingRoom();
    }
    return room;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** The threads that are parked, or about to park. */
  private static final class WaitingRoom {
    private List<Thread> guests = new ArrayList<>();

    synchronized void enter(Thread guest) {
      guests.add(guest);
    }

    synchronized void leave(Thread guest) {
      guests.remove(guest);
    }

    synchronized void wakeAll() {
      guests.forEach(LockSupport::unpark);
    }
  }
}
