/*
 * Legal: a template method in a generic abstract class; the subclass overrides with a covariant
 * type.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore extends Guarded<Integer> {

  private final int max;
  private int free;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    super();
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
    require(n);
    super.await(n);
  }

  public boolean tryAcquire(int n) {
    require(n);
    return super.attempt(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    return super.await(n, unit.toNanos(timeout));
  }

  public void release() {
    release(1);
  }

  public synchronized void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    if (n > max - free) {
      throw new IllegalStateException(n + " more than " + free + " of " + max);
    }
    free += n;
    changed();
  }

  public int availablePermits() {
    return value();
  }

  @Override
  protected Integer now() {
    return free;
  }

  @Override
  protected boolean isPossible(Integer wanted) {
    return wanted <= free;
  }

  @Override
  protected void take(Integer wanted) {
    free -= wanted;
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
