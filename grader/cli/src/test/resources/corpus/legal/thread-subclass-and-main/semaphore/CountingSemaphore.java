/*
 * Legal: a main method tries the class out with an own subclass of Thread.
 */
package semaphore;

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
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public synchronized void acquire(int n) throws InterruptedException {
    requirePossible(n);
    throwIfInterrupted();
    while (free < n) {
      wait();
    }
    free -= n;
  }

  public synchronized boolean tryAcquire(int n) {
    requirePossible(n);
    boolean enough = free >= n;
    if (enough) {
      free -= n;
    }
    return enough;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    while (free < n) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    free -= n;
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

  private void requirePossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static final class Visitor extends Thread {
    private final CountingSemaphore door;

    Visitor(CountingSemaphore door, int number) {
      super("visitor " + number);
      this.door = door;
    }

    @Override
    public void run() {
      try {
        door.acquire();
        try {
          System.out.println(getName() + " is in");
        } finally {
          door.release();
        }
      } catch (InterruptedException told) {
        interrupt();
      }
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    CountingSemaphore door = new CountingSemaphore(2);
    Visitor[] visitors = new Visitor[4];
    for (int i = 0; i < visitors.length; i++) {
      visitors[i] = new Visitor(door, i);
      visitors[i].setDaemon(true);
      visitors[i].start();
    }
    for (Visitor visitor : visitors) {
      visitor.join();
    }
    System.out.println(door.availablePermits() + " are free");
  }
}
