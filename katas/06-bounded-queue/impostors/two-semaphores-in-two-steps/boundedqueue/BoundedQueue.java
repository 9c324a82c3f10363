package boundedqueue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * M04, safe parts make a safe whole. Its author believed: "The semaphores count the elements and
 * the free places, so I ask them." But between the permit and the element, what is on its way is
 * neither: poll says empty and offer says full.
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
    free.acquire();
    append(element);
  }

  public E take() throws InterruptedException {
    filled.acquire();
    return removeHead();
  }

  public boolean offer(E element) {
    Objects.requireNonNull(element);
    if (!free.tryAcquire()) { // BUG: torn-state
      return false;
    }
    append(element);
    return true;
  }

  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(element);
    if (!free.tryAcquire(unit.toNanos(timeout))) {
      return false;
    }
    append(element);
    return true;
  }

  public E poll() {
    return filled.tryAcquire() ? removeHead() : null;
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return filled.tryAcquire(unit.toNanos(timeout)) ? removeHead() : null;
  }

  public synchronized int drainTo(Collection<? super E> sink, int max) {
    Objects.requireNonNull(sink);
    if (max < 0) {
      throw new IllegalArgumentException("negative: " + max);
    }
    int moved = 0;
    while (moved < max && filled.tryAcquire()) {
      E element = elements.peek();
      boolean accepted = false;
      try {
        sink.add(element);
        accepted = true;
      } finally {
        if (!accepted) {
          filled.release();
        }
      }
      removeHead();
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

  /** Called with a permit for a place. */
  private synchronized void append(E element) {
    elements.add(element);
    filled.release();
  }

  /** Called with a permit for an element. */
  private synchronized E removeHead() {
    E element = elements.remove();
    free.release();
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
