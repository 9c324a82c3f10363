/*
 * Legal: an interface with abstract, default, private and static methods does most of the work.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore implements Counted {

  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    Counted.requireLimits(initial, max);
    this.max = max;
    this.free = initial;
  }

  @Override
  public int max() {
    return max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    boolean ignored = take(n, Long.MAX_VALUE, true);
  }

  public synchronized boolean tryAcquire(int n) {
    require(n);
    return takeNow(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    return take(n, unit.toNanos(timeout), false);
  }

  private synchronized boolean take(int n, long nanos, boolean endless)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (!takeNow(n)) {
      if (endless) {
        wait();
      } else if (left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      } else {
        return false;
      }
    }
    return true;
  }

  public void release() {
    release(1);
  }

  public synchronized void release(int n) {
    free += requireRoom(n, free);
    notifyAll();
  }

  public synchronized int availablePermits() {
    return free;
  }

  private boolean takeNow(int n) {
    boolean enough = free >= n;
    free -= enough ? n : 0;
    return enough;
  }
}
