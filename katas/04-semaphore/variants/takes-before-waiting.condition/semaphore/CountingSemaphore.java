package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The author keeps a bank account: whoever acquires draws at once and waits until the account is
 * out of the red, and will always stay until then.
 */
public final class CountingSemaphore {

  private final Lock bank = new ReentrantLock();
  private final Condition paidIn = bank.newCondition();
  private final int max;
  private long balance; // guarded by bank; below zero while somebody waits

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException("balance " + initial + ", max " + max);
    }
    this.max = max;
    this.balance = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    checkSum(n);
    bank.lockInterruptibly();
    try {
      if (n > 0) {
        balance -= n; // BUG: lost-permit
        awaitBlackFigures();
      }
    } finally {
      bank.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    checkSum(n);
    bank.lock();
    try {
      return n == 0 || draw(n);
    } finally {
      bank.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    checkSum(n);
    long left = unit.toNanos(timeout);
    bank.lockInterruptibly();
    try {
      boolean done = n == 0 || draw(n);
      while (!done && left > 0) {
        left = paidIn.awaitNanos(left);
        done = draw(n);
      }
      return done;
    } finally {
      bank.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("sum " + n);
    }
    bank.lock();
    try {
      if (balance + n > max) {
        throw new IllegalStateException("balance " + balance + ", sum " + n + ", max " + max);
      }
      balance += n;
      paidIn.signalAll();
    } finally {
      bank.unlock();
    }
  }

  public int availablePermits() {
    bank.lock();
    try {
      return (int) Math.max(0, balance);
    } finally {
      bank.unlock();
    }
  }

  private void awaitBlackFigures() throws InterruptedException {
    while (balance < 0) {
      paidIn.await();
    }
  }

  private boolean draw(int n) {
    if (balance < n) {
      return false;
    }
    balance -= n;
    return true;
  }

  private void checkSum(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("sum " + n + ", max " + max);
    }
  }
}
