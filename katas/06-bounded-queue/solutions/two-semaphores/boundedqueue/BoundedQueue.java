package boundedqueue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Two semaphores put threads to sleep and wake them; the monitor decides. A permit is a reason to
 * look and not a promise: between getting it and looking, a thread that never waits may have been
 * quicker. Then the permit is spent, and the thread asks for another one.
 *
 * <p>Why nobody sleeps beside an element: there are never fewer permits, together with the threads
 * that have one and have not looked yet, than elements. The same holds for free places.
 */
public final class BoundedQueue<E> {

  private final Queue<E> elements = new ArrayDeque<>(); // guarded by this
  private final Permits filled = new Permits(0);
  private final Permits free;
  private final int capacity;

  public BoundedQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity);
    }
    this.capacity = capacity;
    this.free = new Permits(capacity);
  }

  public void put(E element) throws InterruptedException {
    Objects.requireNonNull(element);
    do {
      free.acquire();
    } while (!append(element));
  }

  public E take() throws InterruptedException {
    E element;
    do {
      filled.acquire();
      element = removeHead();
    } while (element == null);
    return element;
  }

  public synchronized boolean offer(E element) {
    Objects.requireNonNull(element);
    boolean appended = append(element);
    if (appended) {
      free.tryAcquire();
    }
    return appended;
  }

  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(element);
    long nanos = Math.max(0, unit.toNanos(timeout));
    long deadline = System.nanoTime() + nanos;
    while (free.tryAcquire(nanos)) {
      if (append(element)) {
        return true;
      }
      nanos = deadline - System.nanoTime();
    }
    return offer(element);
  }

  public synchronized E poll() {
    E element = removeHead();
    if (element != null) {
      filled.tryAcquire();
    }
    return element;
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = Math.max(0, unit.toNanos(timeout));
    long deadline = System.nanoTime() + nanos;
    while (filled.tryAcquire(nanos)) {
      E element = removeHead();
      if (element != null) {
        return element;
      }
      nanos = deadline - System.nanoTime();
    }
    return poll();
  }

  public synchronized int drainTo(Collection<? super E> sink, int max) {
    Objects.requireNonNull(sink);
    if (max < 0) {
      throw new IllegalArgumentException("negative: " + max);
    }
    int moved = 0;
    while (moved < max && !elements.isEmpty()) {
      sink.add(elements.peek()); // If the sink refuses it, it is still here.
      poll();
      moved++;
    }
    return moved;
  }

  public synchronized int size() {
    return elements.size();
  }

  public int capacity() {
    return capacity;
  }

  /** Whether there was room. */
  private synchronized boolean append(E element) {
    if (elements.size() == capacity) {
      return false;
    }
    elements.add(element);
    filled.release();
    return true;
  }

  /** The first element, or null if there is none. */
  private synchronized E removeHead() {
    E element = elements.poll();
    if (element != null) {
      free.release();
    }
    return element;
  }

  /** A counting semaphore, one permit at a time. */
  private static final class Permits {

    private int available; // guarded by this

    Permits(int available) {
      this.available = available;
    }

    synchronized void acquire() throws InterruptedException {
      throwIfInterrupted();
      while (available == 0) {
        wait();
      }
      available--;
    }

    synchronized boolean tryAcquire() {
      if (available == 0) {
        return false;
      }
      available--;
      return true;
    }

    synchronized boolean tryAcquire(long nanos) throws InterruptedException {
      throwIfInterrupted();
      long left = nanos;
      long deadline = System.nanoTime() + left;
      while (available == 0 && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
      return tryAcquire();
    }

    synchronized void release() {
      available++;
      notify(); // All who wait want the same: one permit.
    }

    private static void throwIfInterrupted() throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
