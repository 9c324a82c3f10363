/*
 * Legal: checks are predicates and operators that are combined with and, negate, andThen and
 * compose.
 */
package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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

  private IntPredicate isPossible() {
    IntPredicate negative = n -> n < 0;
    return negative.negate().and(n -> n <= max);
  }

  private void requirePossible(int n) {
    Function<Integer, String> text = String::valueOf;
    UnaryOperator<String> ofMax = one -> one + " of " + max;
    Supplier<RuntimeException> wrong =
        () ->
            new IllegalArgumentException(
                text.andThen(ofMax).compose((Integer one) -> one).apply(n));
    if (!isPossible().test(n)) {
      throw wrong.get();
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    Predicate<Thread> told = Thread::isInterrupted;
    if (Predicate.not(told).negate().test(Thread.currentThread()) && Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
