/*
 * Legal: static, bound, unbound, constructor, array and varargs method references.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

public final class CountingSemaphore {

  private final IntFunction<AtomicInteger> counter = AtomicInteger::new;
  private final IntFunction<int[]> row = int[]::new;
  private final IntBinaryOperator difference = Math::subtractExact;
  private final ToIntFunction<AtomicInteger> value = AtomicInteger::get;
  private final Function<String, IllegalArgumentException> wrong = IllegalArgumentException::new;
  private final IntFunction<String> text = Integer::toString;

  private final Object bed = new Object();
  private final AtomicInteger sleepers = counter.apply(0);
  private final AtomicInteger free;
  private final int[] limit = row.apply(1);
  private final int max;
  private final BooleanSupplier somebodySleeps = this::hasSleepers;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw wrong.apply(text.apply(initial) + " of " + text.apply(max));
    }
    this.free = counter.apply(initial);
    this.max = max;
    limit[0] = max;
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
      throw wrong.apply("negative: " + n);
    }
    give(n);
    if (somebodySleeps.getAsBoolean()) {
      Runnable wake = bed::notifyAll;
      synchronized (bed) {
        wake.run();
      }
    }
  }

  public int availablePermits() {
    return free.get();
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

  private boolean hasSleepers() {
    return value.applyAsInt(sleepers) > 0;
  }

  private boolean take(int n) {
    IntUnaryOperator rest = now -> difference.applyAsInt(now, n);
    int now = free.get();
    while (now >= n) {
      if (free.compareAndSet(now, rest.applyAsInt(now))) {
        return true;
      }
      now = free.get();
    }
    return false;
  }

  private void give(int n) {
    int now;
    do {
      now = free.get();
      if (n > max - now) {
        throw new IllegalStateException(n + " more than " + now);
      }
    } while (!free.compareAndSet(now, Integer.sum(now, n)));
  }
}
