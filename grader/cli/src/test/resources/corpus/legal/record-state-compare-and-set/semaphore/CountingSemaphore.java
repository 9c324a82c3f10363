/*
 * Legal: the state is an immutable record in an AtomicReference; updateAndGet is not used, the
 * loop is written out.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

public final class CountingSemaphore {

  private record State(int free, int max) {
    State {
      if (max < 1 || free < 0 || free > max) {
        throw new IllegalArgumentException(free + " of " + max);
      }
    }

    State less(int n) {
      return new State(free - n, max);
    }

    State more(int n) {
      return new State(free + n, max);
    }

    boolean has(int n) {
      return n <= free;
    }

    boolean hasRoomFor(int n) {
      return n <= max - free;
    }
  }

  private final Object bed = new Object();
  private final AtomicInteger sleepers = new AtomicInteger();
  private final AtomicReference<State> state;
  private final int max;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    this.state = new AtomicReference<>(new State(initial, max));
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquire(int n) throws InterruptedException {
    requirePossible(n);
    throwIfInterrupted();
    if (!take(n)) {
      synchronized (bed) {
        sleepers.incrementAndGet();
        try {
          while (!take(n)) {
            bed.wait();
          }
        } finally {
          sleepers.decrementAndGet();
        }
      }
    }
  }

  public boolean tryAcquire(int n) {
    requirePossible(n);
    return take(n);
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    synchronized (bed) {
      sleepers.incrementAndGet();
      try {
        boolean taken = take(n);
        while (!taken && left > 0) {
          TimeUnit.NANOSECONDS.timedWait(bed, left);
          taken = take(n);
          left = end - System.nanoTime();
        }
        return taken;
      } finally {
        sleepers.decrementAndGet();
      }
    }
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    give(n);
    if (sleepers.get() > 0) {
      synchronized (bed) {
        bed.notifyAll();
      }
    }
  }

  public int availablePermits() {
    return state.get().free();
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

  private boolean take(int n) {
    State now = state.get();
    while (now.has(n)) {
      if (state.compareAndSet(now, now.less(n))) {
        return true;
      }
      now = state.get();
    }
    return false;
  }

  private void give(int n) {
    State now;
    do {
      now = state.get();
      if (!now.hasRoomFor(n)) {
        throw new IllegalStateException(n + " more than " + now);
      }
    } while (!state.compareAndSet(now, now.more(n)));
  }
}
