/*
 * Attack: Makes the forbidden object by reflection; its name is put together from pieces. There is
 * no upper limit.
 * Expects: NOT_ALLOWED java.lang.Class.forName
 * Unscanned: FAILED
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final Class<?> type;
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
      this.type = Class.forName("java.util.concurrent." + "Sema" + "phore");
      this.permits = type.getConstructor(int.class).newInstance(initial);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(refused);
    }
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    Object ignored = call("acquire", n);
  }

  public boolean tryAcquire(int n) {
    require(n);
    return (boolean) call("tryAcquire", n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    return (boolean) call("tryAcquire", n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    Object ignored = call("release", n);
  }

  public int availablePermits() {
    try {
      return (int) type.getMethod("availablePermits").invoke(permits);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private Object call(String name, int n) {
    try {
      return type.getMethod(name, int.class).invoke(permits, n);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
