/*
 * Legal: a WeakHashMap and WeakReferences remember who was here, without keeping anybody.
 */
package semaphore;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private final Map<Thread, Integer> visits = new WeakHashMap<>();
  private final int max;
  private WeakReference<Thread> last = new WeakReference<>(null);
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
    visits.merge(Thread.currentThread(), 1, Integer::sum);
    last = new WeakReference<>(Thread.currentThread());
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

  public synchronized boolean wasHereLast(Thread thread) {
    return last.refersTo(thread) && visits.containsKey(thread);
  }
}
