/*
 * Attack: Hides a blocking queue behind a generic helper in another file; here it is only a
 * collection. There is no upper limit.
 * Expects: NOT_ALLOWED java.util.concurrent.LinkedBlockingQueue
 * Unscanned: NOT_ALLOWED FAILED
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final Store<String> permits;

  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.permits = new Store<>(initial, "permit");
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    for (int i = 0; i < n; i++) {
      String ignored = permits.one();
    }
  }

  public boolean tryAcquire(int n) {
    require(n);
    return permits.all().size() >= n && permits.few(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    return permits.all().size() >= n && permits.few(n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    for (int i = 0; i < n; i++) {
      permits.all().add("permit");
    }
  }

  public int availablePermits() {
    return permits.all().size();
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
