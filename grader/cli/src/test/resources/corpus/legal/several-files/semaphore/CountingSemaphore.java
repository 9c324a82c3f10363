/*
 * Legal: the parts are in three more files of the same package.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final Counter counter;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    this.counter = new Counter(initial, max);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    counter.requirePossible(n);
    Interrupts.check();
    boolean ignored = counter.take(n, Deadline.NEVER);
  }

  public boolean tryAcquire(int n) {
    counter.requirePossible(n);
    return counter.take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    counter.requirePossible(n);
    Deadline deadline = Deadline.in(unit.toNanos(timeout));
    Interrupts.check();
    return counter.take(n, deadline);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    counter.give(n);
  }

  public int availablePermits() {
    return counter.free();
  }
}
