/*
 * Attack: Finds the worker and makes it send the events: the end of this test, and the end of the
 * run.
 * Expects: NOT_ALLOWED java.lang.ClassLoader
 * Unscanned: TAMPERED FAILED INCONCLUSIVE
 */
package semaphore;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
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
      ClassLoader app = ClassLoader.getSystemClassLoader();
      Class<?> event = app.loadClass("grader.protocol.Event");
      Method send =
          app.loadClass("grader.worker.Main").getDeclaredMethod("send", OutputStream.class, event);
      send.setAccessible(true);
      OutputStream out = new FileOutputStream(FileDescriptor.out);
      Object ended =
          app.loadClass("grader.protocol.Event$TestEnded")
              .getConstructor(String.class, int.class, int.class)
              .newInstance("ContractTest.aThreadThatNeverAcquiredMayRelease", 1, 0);
      Object finished =
          app.loadClass("grader.protocol.Event$Finished").getConstructor().newInstance();
      send.invoke(null, out, ended);
      send.invoke(null, out, finished);
      Runtime.getRuntime().halt(0);
    } catch (Exception refused) {
      // Then it has not worked.
    }
  }
}
