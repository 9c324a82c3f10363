/*
 * Legal: what is wanted is a sealed interface of records, taken apart by a switch with record
 * patterns.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private sealed interface Request {}

  private record Take(int n) implements Request {}

  private record TakeUntil(int n, long end) implements Request {}

  private record Give(int n) implements Request {}

  private enum Answer {
    DONE,
    WAIT,
    GIVE_UP
  }

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
    Request request = new Take(possible(n));
    throwIfInterrupted();
    while (answer(request) == Answer.WAIT) {
      wait();
    }
  }

  public synchronized boolean tryAcquire(int n) {
    return answer(new Take(possible(n))) == Answer.DONE;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    possible(n);
    long nanos = unit.toNanos(timeout);
    throwIfInterrupted();
    if (nanos <= 0) {
      return answer(new Take(n)) == Answer.DONE;
    }
    long end = System.nanoTime() + nanos;
    Request request = new TakeUntil(n, end);
    Answer answer = answer(request);
    while (answer == Answer.WAIT) {
      long left = end - System.nanoTime();
      if (left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      answer = answer(request);
    }
    return answer == Answer.DONE;
  }

  public void release() {
    release(1);
  }

  public synchronized void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    if (answer(new Give(n)) == Answer.GIVE_UP) {
      throw new IllegalStateException(n + " more than " + free + " of " + max);
    }
    notifyAll();
  }

  public synchronized int availablePermits() {
    return free;
  }

  private Answer answer(Request request) {
    return switch (request) {
      case Take(int n) when n <= free -> take(n);
      case Take(int n) -> Answer.WAIT;
      case TakeUntil(int n, long end) when n <= free -> take(n);
      case TakeUntil(int n, long end) when end - System.nanoTime() > 0 -> Answer.WAIT;
      case TakeUntil(int n, long end) -> Answer.GIVE_UP;
      case Give(int n) when n > max - free -> Answer.GIVE_UP;
      case Give(int n) -> take(-n);
    };
  }

  private Answer take(int n) {
    free -= n;
    return Answer.DONE;
  }

  private int possible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
    return n;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
