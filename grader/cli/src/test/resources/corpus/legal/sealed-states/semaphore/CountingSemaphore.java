/*
 * Legal: the semaphore is in one of three states, a sealed interface of records, exchanged as a
 * whole.
 */
package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {

  private sealed interface State permits Empty, Some, Full {
    int free();

    static State of(int free, int max) {
      if (free == max) {
        return new Full(max);
      }
      return free == 0 ? new Empty(max) : new Some(free, max);
    }
  }

  private record Empty(int max) implements State {
    @Override
    public int free() {
      return 0;
    }
  }

  private record Some(int free, int max) implements State {}

  private record Full(int free) implements State {}

  private final int max;
  private State state;

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.state = State.of(initial, max);
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public synchronized void acquire(int n) throws InterruptedException {
    require(n);
    throwIfInterrupted();
    while (!take(n)) {
      wait();
    }
  }

  public synchronized boolean tryAcquire(int n) {
    require(n);
    return take(n);
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    require(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long end = System.nanoTime() + left;
    while (!take(n)) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return true;
  }

  public void release() {
    release(1);
  }

  public synchronized void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    state =
        switch (state) {
          case Full full when n == 0 -> full;
          case Full(int free) -> throw new IllegalStateException(n + " more than " + free);
          case Empty(int most) when n <= most -> State.of(n, most);
          case Some(int free, int most) when n <= most - free -> State.of(free + n, most);
          case Empty empty -> throw new IllegalStateException(n + " for " + empty);
          case Some some -> throw new IllegalStateException(n + " for " + some);
        };
    notifyAll();
  }

  public synchronized int availablePermits() {
    return state.free();
  }

  private boolean take(int n) {
    if (state.free() < n) {
      return false;
    }
    state = State.of(state.free() - n, max);
    return true;
  }

  private void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
