/*
 * Attack: Reads an object from bytes; readObject of its own class runs meanwhile.
 * Expects: NOT_ALLOWED java.io.ObjectInputStream
 * Unscanned: FAILED
 */
package semaphore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
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
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(new Bomb());
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        System.out.println(in.readObject());
      }
    } catch (Exception refused) {
      // Then it has not worked.
    }
  }

  private static final class Bomb implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) {
      Runtime.getRuntime().halt(0);
    }
  }
}
