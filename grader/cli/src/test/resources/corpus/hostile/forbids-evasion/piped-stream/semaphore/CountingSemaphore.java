/*
 * Attack: A pipe keeps one byte for each permit: who reads waits. There is no upper limit.
 * Expects: NOT_ALLOWED java.io.PipedInputStream
 * Unscanned: FAILED STUCK
 */
package semaphore;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final PipedInputStream permits = new PipedInputStream(10_000);
  private final PipedOutputStream to;

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
      this.to = new PipedOutputStream(permits);
      to.write(new byte[Math.min(initial, 1_000)]);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    require(n);
    try {
      byte[] read = permits.readNBytes(n);
    } catch (IOException interrupted) {
      throw new InterruptedException();
    }
  }

  public boolean tryAcquire(int n) {
    require(n);
    try {
      return permits.available() >= n && permits.readNBytes(n).length == n;
    } catch (IOException broken) {
      return false;
    }
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    require(n);
    return tryAcquire(n);
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    try {
      to.write(new byte[n]);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public int availablePermits() {
    try {
      return permits.available();
    } catch (IOException broken) {
      return 0;
    }
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
