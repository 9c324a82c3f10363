/*
 * Attack: A publisher that waits while its buffer is full, with one item for each permit taken.
 * There is no upper limit.
 * Expects: NOT_ALLOWED java.util.concurrent.SubmissionPublisher
 * Unscanned: FAILED STUCK FLAKY NOT_ALLOWED
 */
package semaphore;

import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final SubmissionPublisher<Integer> taken = new SubmissionPublisher<>(Runnable::run, 2);

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
    taken.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {}

          @Override
          public void onNext(Integer item) {}

          @Override
          public void onError(Throwable thrown) {}

          @Override
          public void onComplete() {}
        });
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    int lag = taken.submit(n);
    free -= n;
  }

  public boolean tryAcquire(int n) {
    require(n);
    free -= n;
    return true;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    return tryAcquire(n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    free += n;
  }

  public int availablePermits() {
    return free;
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
