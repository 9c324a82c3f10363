package boundedqueue;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * M28, an interrupt is an answer. Its author had learnt to restore the interrupt status, and
 * believed: "Then I can return, and whoever called me will see it." The caller sees null, and takes
 * it for an element.
 */
public final class BoundedQueue<E> {

  private final E[] slots; // guarded by this
  private int head; // guarded by this
  private int count; // guarded by this

  @SuppressWarnings("unchecked") // Nobody else sees the array, and only elements go in.
  public BoundedQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity);
    }
    this.slots = (E[]) new Object[capacity];
  }

  public synchronized void put(E element) throws InterruptedException {
    Objects.requireNonNull(element);
    throwIfInterrupted();
    while (count == slots.length) {
      wait();
    }
    append(element);
  }

  public synchronized E take() throws InterruptedException {
    throwIfInterrupted();
    while (count == 0) {
      try {
        wait();
      } catch (InterruptedException told) {
        Thread.currentThread().interrupt();
        return null; // BUG: interrupt-as-success
      }
    }
    return removeHead();
  }

  public synchronized boolean offer(E element) {
    Objects.requireNonNull(element);
    if (count == slots.length) {
      return false;
    }
    append(element);
    return true;
  }

  public synchronized boolean offer(E element, long timeout, TimeUnit unit)
      throws InterruptedException {
    Objects.requireNonNull(element);
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    // The sum may overflow; the difference below is right all the same.
    long deadline = System.nanoTime() + left;
    while (count == slots.length) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    append(element);
    return true;
  }

  public synchronized E poll() {
    return count == 0 ? null : removeHead();
  }

  public synchronized E poll(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    long deadline = System.nanoTime() + left;
    while (count == 0) {
      if (left <= 0) {
        return null;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    return removeHead();
  }

  public synchronized int drainTo(Collection<? super E> sink, int max) {
    Objects.requireNonNull(sink);
    if (max < 0) {
      throw new IllegalArgumentException("negative: " + max);
    }
    int moved = 0;
    while (moved < max && count > 0) {
      sink.add(slots[head]); // If the sink refuses it, it is still here.
      removeHead();
      moved++;
    }
    return moved;
  }

  public synchronized int size() {
    return count;
  }

  public int capacity() {
    return slots.length;
  }

  /** Called with the monitor held, when there is room. */
  private void append(E element) {
    slots[(head + count) % slots.length] = element;
    count++;
    // Those who wait for room and those who wait for an element sleep in the same wait set.
    notifyAll();
  }

  /** Called with the monitor held, when there is an element. */
  private E removeHead() {
    E element = slots[head];
    slots[head] = null; // Else the queue would keep it alive.
    head = (head + 1) % slots.length;
    count--;
    notifyAll();
    return element;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
