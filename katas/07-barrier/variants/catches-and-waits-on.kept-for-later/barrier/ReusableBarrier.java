package barrier;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A private monitor, and an object for each trip. The author thought that a meeting must not be
 * left while the others count on it, and that an interrupt is served well enough if the status is
 * set again at the end.
 */
public final class ReusableBarrier {

  private final Object mutex = new Object();
  private final Runnable action;
  private final int parties;
  private Meeting meeting; // guarded by mutex

  public ReusableBarrier(int parties) {
    this(parties, null);
  }

  public ReusableBarrier(int parties, Runnable action) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties = " + parties);
    }
    this.parties = parties;
    this.action = action;
    this.meeting = new Meeting(parties);
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return attend(mutex::wait);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    long limit = Math.max(0, unit.toNanos(timeout));
    long start = System.nanoTime();
    return attend(() -> sleepFor(start, limit));
  }

  public void reset() {
    synchronized (mutex) {
      meeting.end(Boolean.FALSE);
      meeting = new Meeting(parties);
    }
  }

  public boolean isBroken() {
    synchronized (mutex) {
      return meeting.complete == Boolean.FALSE;
    }
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    synchronized (mutex) {
      return meeting.isOpen() ? Math.min(parties - 1, parties - meeting.missing) : 0;
    }
  }

  private int attend(Sleep sleep)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Meeting mine;
    synchronized (mutex) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (meeting.isOpen() && meeting.missing == 0) {
        sleep.take();
      }
      meeting.throwIfBroken();
      mine = meeting;
      int place = --mine.missing;
      if (place > 0) {
        awaitEnd(mine, sleep);
        return place;
      }
    }
    runAction(mine);
    return 0;
  }

  private void awaitEnd(Meeting mine, Sleep sleep) throws BrokenBarrierException, TimeoutException {
    boolean interrupted = false;
    try {
      while (mine.isOpen()) {
        try {
          sleep.take();
        } catch (InterruptedException e) {
          interrupted = true; // BUG: swallowed-interrupt
        }
      }
    } catch (TimeoutException timeout) {
      mine.end(Boolean.FALSE);
      throw timeout;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    mine.throwIfBroken();
  }

  private void sleepFor(long start, long limit) throws InterruptedException, TimeoutException {
    long left = limit - (System.nanoTime() - start);
    if (left <= 0) {
      throw new TimeoutException();
    }
    TimeUnit.NANOSECONDS.timedWait(mutex, left);
  }

  private void runAction(Meeting mine) throws BrokenBarrierException {
    boolean succeeded = false;
    try {
      if (action != null) {
        action.run();
      }
      succeeded = true;
    } finally {
      synchronized (mutex) {
        if (mine.end(succeeded) && succeeded) {
          meeting = new Meeting(parties);
        }
      }
    }
    mine.throwIfBroken();
  }

  /** One way to sleep in the monitor of the mutex. */
  private interface Sleep {
    void take() throws InterruptedException, TimeoutException;
  }

  /** What is in it is guarded by mutex. */
  private final class Meeting {

    int missing;
    Boolean complete; // null as long as it is open

    Meeting(int parties) {
      this.missing = parties;
    }

    boolean isOpen() {
      return complete == null;
    }

    /** False if it has ended before. */
    boolean end(Boolean outcome) {
      if (complete != null) {
        return false;
      }
      complete = outcome;
      mutex.notifyAll();
      return true;
    }

    void throwIfBroken() throws BrokenBarrierException {
      if (complete == Boolean.FALSE) {
        throw new BrokenBarrierException();
      }
    }
  }
}
