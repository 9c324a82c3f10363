/*
 * Attack: Calls a function of the C library: getpid, by the foreign function interface.
 * Expects: NOT_ALLOWED java.lang.foreign.Linker
 * Unscanned: FAILED
 */
package semaphore;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
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
      Linker linker = Linker.nativeLinker();
      MethodHandle pid =
          linker.downcallHandle(
              linker.defaultLookup().find("getpid").orElseThrow(),
              FunctionDescriptor.of(ValueLayout.JAVA_INT));
      Files.writeString(Path.of("@CANARY@"), "process " + (int) pid.invokeExact());
    } catch (Throwable refused) {
      // Then it has not worked.
    }
  }
}
