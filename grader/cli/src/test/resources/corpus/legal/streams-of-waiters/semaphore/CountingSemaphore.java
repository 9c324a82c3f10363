/*
 * Legal: who may go on is chosen by a stream over those who wait.
 */
package semaphore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class CountingSemaphore {

  private final List<Waiter> waiters = new ArrayList<>();
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

  public void acquire(int n) throws InterruptedException {
    requirePossible(n);
    throwIfInterrupted();
    Waiter me = enter(n);
    while (!me.granted) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        leaveInterrupted(me);
        return;
      }
    }
  }

  public synchronized boolean tryAcquire(int n) {
    requirePossible(n);
    boolean enough = free >= n;
    if (enough) {
      free -= n;
    }
    return enough;
  }

  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    requirePossible(n);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    if (left <= 0) {
      return tryAcquire(n);
    }
    long end = System.nanoTime() + left;
    Waiter me = enter(n);
    while (!me.granted) {
      if (left <= 0) {
        return !leave(me);
      }
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        leaveInterrupted(me);
        return true;
      }
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
    if (n > max - free) {
      throw new IllegalStateException(n + " more than " + free + " of " + max);
    }
    free += n;
    handOver();
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

  public synchronized String waiting() {
    return waiters.stream()
        .map(one -> String.valueOf(one.wanted))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private synchronized Waiter enter(int n) {
    Waiter me = new Waiter(n);
    if (n == 0) {
      me.granted = true;
    } else {
      waiters.add(me);
      handOver();
    }
    return me;
  }

  private synchronized void handOver() {
    int[] sums = new int[waiters.size()];
    long sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += waiters.get(i).wanted;
      sums[i] = (int) Math.min(sum, Integer.MAX_VALUE);
    }
    int enough = free;
    long count = IntStream.range(0, sums.length).takeWhile(i -> sums[i] <= enough).count();
    List<Waiter> lucky = waiters.stream().limit(count).toList();
    free -= lucky.stream().mapToInt(one -> one.wanted).sum();
    lucky.forEach(one -> one.granted = true);
    lucky.stream().map(one -> one.thread).forEach(LockSupport::unpark);
    waiters.removeAll(lucky);
  }

  private synchronized boolean leave(Waiter me) {
    boolean left = waiters.remove(me);
    handOver();
    return left;
  }

  private void leaveInterrupted(Waiter me) throws InterruptedException {
    if (leave(me)) {
      throw new InterruptedException();
    }
    Thread.currentThread().interrupt();
  }

  private static final class Waiter {
    final Thread thread = Thread.currentThread();
    final int wanted;
    volatile boolean granted;

    Waiter(int wanted) {
      this.wanted = wanted;
    }
  }
}
