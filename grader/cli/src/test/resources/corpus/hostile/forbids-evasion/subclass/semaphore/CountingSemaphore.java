/*
 * Attack: Uses a subclass of the forbidden class, and names only the subclass where it is used.
 * There is no upper limit.
 * Expects: NOT_ALLOWED java.util.concurrent.Semaphore
 * Unscanned: NOT_ALLOWED FAILED
 */
package semaphore;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final Mine permits;

  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.permits = new Mine(initial);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    permits.acquire(n);
  }

  public boolean tryAcquire(int n) {
    require(n);
    return permits.tryAcquire(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    return permits.tryAcquire(n, timeout, unit);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    permits.release(n);
  }

  public int availablePermits() {
    return permits.availablePermits();
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private static final class Mine extends Semaphore {
    private static final long serialVersionUID = 1L;

    Mine(int permits) {
      super(permits);
    }
  }
}
