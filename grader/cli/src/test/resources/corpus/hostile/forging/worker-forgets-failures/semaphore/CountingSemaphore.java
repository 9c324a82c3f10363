/*
 * Attack: Goes from its thread to the worker that runs the test, and replaces its JUnit launcher
 * by one that runs nothing.
 * Expects: NOT_ALLOWED java.lang.reflect.Field
 * Unscanned: FAILED STUCK FLAKY
 */
package semaphore;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;

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
      Object body = field(Thread.currentThread(), "body");
      for (Field captured : body.getClass().getDeclaredFields()) {
        captured.setAccessible(true);
        Object one = captured.get(body);
        if (one != null && one.getClass().getName().equals("grader.worker.Worker")) {
          blind(field(one, "junit"));
        }
      }
    } catch (ReflectiveOperationException | RuntimeException refused) {
      // Then it has not worked.
    }
  }

  private static void blind(Object junit) throws ReflectiveOperationException {
    Field launcher = junit.getClass().getDeclaredField("launcher");
    launcher.setAccessible(true);
    Class<?> type = launcher.getType();
    launcher.set(
        junit,
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> null));
  }

  private static Object field(Object of, String name) throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
