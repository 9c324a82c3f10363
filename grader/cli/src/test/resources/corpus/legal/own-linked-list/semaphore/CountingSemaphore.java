/*
 * Legal: those who wait stand in a linked list of its own, generic, Iterable and with an Iterator
 * that removes.
 */
package semaphore;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

public final class CountingSemaphore {

  private final Line<Waiter> waiters = new Line<>();
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

  private static final class Line<T> implements Iterable<T> {
    private static final class Node<T> {
      final T value;
      Node<T> next;

      Node(T value) {
        this.value = value;
      }
    }

    private final Node<T> before = new Node<>(null);
    private Node<T> last = before;

    void add(T value) {
      last.next = new Node<>(value);
      last = last.next;
    }

    @Override
    public Iterator<T> iterator() {
      return new Iterator<>() {
        private Node<T> previous = before;
        private Node<T> current = before;

        @Override
        public boolean hasNext() {
          return current.next != null;
        }

        @Override
        public T next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          previous = current;
          current = current.next;
          return current.value;
        }

        @Override
        public void remove() {
          previous.next = current.next;
          if (last == current) {
            last = previous;
          }
          current = previous;
        }
      };
    }
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
    Iterator<Waiter> each = waiters.iterator();
    while (each.hasNext()) {
      Waiter first = each.next();
      if (first.wanted > free) {
        return;
      }
      each.remove();
      free -= first.wanted;
      first.granted = true;
      LockSupport.unpark(first.thread);
    }
  }

  private synchronized boolean leave(Waiter me) {
    boolean found = false;
    for (Iterator<Waiter> each = waiters.iterator(); each.hasNext() && !found; ) {
      if (each.next() == me) {
        each.remove();
        found = true;
      }
    }
    handOver();
    return found;
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
