/*
 * Attack: Makes the forbidden object by a constructor reference and var, so that its name stands
 * only in an import. There is no upper limit.
 * Expects: NOT_ALLOWED java.util.concurrent.Semaphore
 * Unscanned: NOT_ALLOWED FAILED
 */
package semaphore;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

public final class CountingSemaphore {

  private final IntPredicate permits;
  private final IntConsumer back;
  private final IntSupplier number;

  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    IntFunction<Semaphore> make = Semaphore::new;
    var made = make.apply(initial);
    this.permits = made::tryAcquire;
    this.back = made::release;
    this.number = made::availablePermits;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    while (!permits.test(n)) {
      Thread.onSpinWait();
    }
  }

  public boolean tryAcquire(int n) {
    require(n);
    return permits.test(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    return permits.test(n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    back.accept(n);
  }

  public int availablePermits() {
    return number.getAsInt();
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
