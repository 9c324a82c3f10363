/*
 * Attack: Writes a class file with the API of the JDK and defines it: it ends the JVM.
 * Expects: NOT_ALLOWED java.lang.classfile.ClassFile
 * Unscanned: FAILED
 */
package semaphore;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
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
      byte[] bytes =
          ClassFile.of()
              .build(
                  ClassDesc.of("semaphore.Made"),
                  made ->
                      made.withMethodBody(
                          "<clinit>",
                          MethodTypeDesc.of(ConstantDescs.CD_void),
                          ClassFile.ACC_STATIC,
                          code ->
                              code.iconst_0()
                                  .invokestatic(
                                      ClassDesc.of("java.lang.System"),
                                      "exit",
                                      MethodTypeDesc.of(
                                          ConstantDescs.CD_void, ConstantDescs.CD_int))
                                  .return_()));
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      lookup.ensureInitialized(lookup.defineClass(bytes));
    } catch (Exception refused) {
      // Then it has not worked.
    }
  }
}
