/*
 * Attack: Uses a class literal of the forbidden class only, the rest is reflection. There is no
 * upper limit.
 * Expects: NOT_ALLOWED java.util.concurrent.Semaphore
 * Unscanned: NOT_ALLOWED FAILED
 */
package semaphore;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final Object permits;

  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    try {
      this.permits = Semaphore.class.getDeclaredConstructor(int.class).newInstance(initial);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(refused);
    }
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    int before = availablePermits();
  }

  public boolean tryAcquire(int n) {
    require(n);
    return availablePermits() >= n;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    return tryAcquire(n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    int before = availablePermits();
  }

  public int availablePermits() {
    String text = permits.toString();
    return Integer.parseInt(text.replaceAll(".*= |]", ""));
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
