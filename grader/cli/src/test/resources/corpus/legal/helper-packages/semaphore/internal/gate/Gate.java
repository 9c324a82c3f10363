package semaphore.internal.gate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets as many in as there are places. */
public final class Gate {

  private final Lock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final int most;
  private int places;

  private Gate(int places, int most) {
    this.places = places;
    this.most = most;
  }

  public static Gate open(int places, int most) {
    if (most < 1 || places < 0 || places > most) {
      throw new IllegalArgumentException(places + " of " + most);
    }
    return new Gate(places, most);
  }

  public void pass(int n) throws InterruptedException {
    require(n);
    lock.lockInterruptibly();
    try {
      while (places < n) {
        more.await();
      }
      places -= n;
    } finally {
      lock.unlock();
    }
  }

  public boolean passNow(int n) {
    require(n);
    lock.lock();
    try {
      return passIfPossible(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean pass(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (places < n && left > 0) {
        left = more.awaitNanos(left);
      }
      return passIfPossible(n);
    } finally {
      lock.unlock();
    }
  }

  public void goBack(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    lock.lock();
    try {
      if (n > most - places) {
        throw new IllegalStateException(n + " more than " + places + " of " + most);
      }
      places += n;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public int places() {
    lock.lock();
    try {
      return places;
    } finally {
      lock.unlock();
    }
  }

  private boolean passIfPossible(int n) {
    if (places < n) {
      return false;
    }
    places -= n;
    return true;
  }

  private void require(int n) {
    if (n < 0 || n > most) {
      throw new IllegalArgumentException(n + " of " + most);
    }
  }
}
