/*
 * Legal: a main method with virtual threads; the class itself uses a ReentrantLock, which does
 * not pin them.
 */
package semaphore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public final class CountingSemaphore {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.free = initial;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requirePossible(n);
    lock.lockInterruptibly();
    try {
      while (free < n) {
        released.await();
      }
      free -= n;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    lock.lock();
    try {
      return take(n);
    } finally {
      lock.unlock();
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (free < n && left > 0) {
        left = released.awaitNanos(left);
      }
      return take(n);
    } finally {
      lock.unlock();
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    lock.lock();
    try {
      if (n > max - free) {
        throw new IllegalStateException(n + " more than " + free + " of " + max);
      }
      free += n;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public int availablePermits() {
    lock.lock();
    try {
      return free;
    } finally {
      lock.unlock();
    }
  }

  private boolean take(int n) {
    boolean enough = free >= n;
    free -= enough ? n : 0;
    return enough;
  }

  private void requirePossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    CountingSemaphore semaphore = new CountingSemaphore(3);
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(
          Thread.ofVirtual()
              .name("virtual " + i)
              .start(() -> {
                try {
                  semaphore.acquire();
                  semaphore.release();
                } catch (InterruptedException told) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    for (Thread one : all) {
      one.join();
    }
    System.out.println(semaphore.availablePermits());
  }
}
