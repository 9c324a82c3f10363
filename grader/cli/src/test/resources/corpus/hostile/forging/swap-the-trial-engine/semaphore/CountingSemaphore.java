/*
 * Attack: Installs an engine that runs no trial and says of every concurrent test that it passed.
 * Expects: NOT_ALLOWED java.lang.reflect.Proxy
 * Unscanned: TAMPERED FAILED STUCK FLAKY
 */
package semaphore;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
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

  public synchronized void acquire(int n) throws InterruptedException {
    require(n);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    free -= Math.min(n, free);
  }

  public synchronized boolean tryAcquire(int n) {
    require(n);
    if (free < n) {
      return false;
    }
    free -= n;
    return true;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    require(n);
    long left = unit.toNanos(timeout);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long end = System.nanoTime() + left;
    while (!tryAcquire(n)) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return true;
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
    notifyAll();
  }

  public synchronized int availablePermits() {
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
      Class<?> engine = app.loadClass("grader.testkit.TrialEngine");
      Method name = app.loadClass("grader.testkit.TrialBody").getMethod("name");
      Constructor<?> ended =
          app.loadClass("grader.protocol.Event$TestEnded")
              .getConstructor(String.class, int.class, int.class);
      Object mine =
          Proxy.newProxyInstance(
              app,
              new Class<?>[] {engine},
              (proxy, method, arguments) ->
                  send.invoke(null, out, ended.newInstance(name.invoke(arguments[0]), 500, 0)));
      app.loadClass("grader.testkit.TrialExtension").getMethod("use", engine).invoke(null, mine);
    } catch (Exception refused) {
      // Then it has not worked.
    }
  }
}
