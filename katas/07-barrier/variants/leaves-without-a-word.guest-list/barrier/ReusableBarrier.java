package barrier;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The guests stand in a list until their trip is complete. The author thought that a guest who is
 * interrupted has only to be crossed off, and that another one will come in its place.
 */
public final class ReusableBarrier {

  private final Lock lock = new ReentrantLock();
  private final Condition entrance = lock.newCondition();
  private final List<Guest> guests = new ArrayList<>(); // guarded by lock
  private final int parties;
  private final Runnable action;
  private boolean full; // guarded by lock
  private boolean broken; // guarded by lock

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException(parties + " parties");
    }
    this.parties = parties;
    this.action = action;
  }

  public int getParties() {
    return parties;
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    Guest me = new Guest(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (full) {
        entrance.await();
      }
      admit(me);
      if (me.missing > 0) {
        try {
          while (me.fate == Fate.NONE) {
            me.called.await();
          }
        } catch (InterruptedException interrupt) {
          leave(me, interrupt);
        }
        return me.result();
      }
    } finally {
      lock.unlock();
    }
    act(me);
    return me.result();
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long left = unit.toNanos(timeout);
    Guest me = new Guest(lock.newCondition());
    lock.lockInterruptibly();
    try {
      while (full) {
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = entrance.awaitNanos(left);
      }
      admit(me);
      if (me.missing > 0) {
        try {
          while (me.fate == Fate.NONE && left > 0) {
            left = me.called.awaitNanos(left);
          }
        } catch (InterruptedException interrupt) {
          leave(me, interrupt);
        }
        if (me.fate == Fate.NONE) {
          breakUp();
          throw new TimeoutException();
        }
        return me.result();
      }
    } finally {
      lock.unlock();
    }
    act(me);
    return me.result();
  }

  public void reset() {
    lock.lock();
    try {
      dismiss(Fate.BROKEN);
      broken = false;
    } finally {
      lock.unlock();
    }
  }

  public boolean isBroken() {
    lock.lock();
    try {
      return broken;
    } finally {
      lock.unlock();
    }
  }

  public int getNumberWaiting() {
    lock.lock();
    try {
      return Math.min(guests.size(), parties - 1);
    } finally {
      lock.unlock();
    }
  }

  /** Called without the lock. */
  private void act(Guest me) {
    Fate fate = Fate.BROKEN;
    try {
      if (action != null) {
        action.run();
      }
      fate = Fate.COMPLETE;
    } finally {
      lock.lock();
      try {
        if (me.fate == Fate.NONE) {
          broken = fate == Fate.BROKEN;
          dismiss(fate);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  // The methods below are called with the lock held.

  private void admit(Guest me) throws BrokenBarrierException {
    if (broken) {
      throw new BrokenBarrierException();
    }
    guests.add(me);
    me.missing = parties - guests.size();
    full = me.missing == 0;
  }

  private void leave(Guest me, InterruptedException interrupt) throws InterruptedException {
    if (me.fate == Fate.NONE) {
      guests.remove(me); // BUG: lost-wakeup
      throw interrupt;
    }
    Thread.currentThread().interrupt();
  }

  private void breakUp() {
    broken = true;
    dismiss(Fate.BROKEN);
  }

  private void dismiss(Fate fate) {
    for (Guest guest : guests) {
      guest.fate = fate;
      guest.called.signal();
    }
    guests.clear();
    full = false;
    entrance.signalAll();
  }

  private enum Fate {
    NONE,
    COMPLETE,
    BROKEN
  }

  private static final class Guest {

    final Condition called;
    int missing;
    Fate fate = Fate.NONE;

    Guest(Condition called) {
      this.called = called;
    }

    int result() throws BrokenBarrierException {
      if (fate == Fate.BROKEN) {
        throw new BrokenBarrierException();
      }
      return missing;
    }
  }
}
