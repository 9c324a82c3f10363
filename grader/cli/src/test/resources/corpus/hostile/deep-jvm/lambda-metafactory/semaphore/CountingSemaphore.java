/*
 * Attack: Calls the factory of lambdas itself, as no compiler would, with a handle of its choice.
 * Expects: NOT_ALLOWED java.lang.invoke.LambdaMetafactory
 * Unscanned: FAILED
 */
package semaphore;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

public final class CountingSemaphore {

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
    attack();
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
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

  private static void attack() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodType type = MethodType.methodType(void.class, int.class);
      MethodHandle exit = lookup.findStatic(System.class, "exit", type);
      IntConsumer end =
          (IntConsumer)
              LambdaMetafactory.metafactory(
                      lookup, "accept", MethodType.methodType(IntConsumer.class), type, exit, type)
                  .getTarget()
                  .invokeExact();
      end.accept(0);
    } catch (Throwable refused) {
      // Then it has not worked.
    }
  }
}
