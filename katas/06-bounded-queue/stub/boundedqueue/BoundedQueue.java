package boundedqueue;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * A queue that holds a limited number of elements. Who puts waits while it is full, who takes waits
 * while it is empty.
 *
 * <p>Elements come out in the order in which they went in. Whatever a thread did before it put an
 * element in is visible to the thread that gets this element. All methods may be called by any
 * number of threads at the same time.
 *
 * @param <E> the elements; null is none
 */
public final class BoundedQueue<E> {

  // TODO: Where do the elements lie, and in which order? What else must a queue remember?
  // TODO: Which lock protects all of it? Use it for every access, reads included.
  // TODO: Some threads wait for room, and others for an element. Who wakes whom?

  /**
   * An empty queue for so many elements at most.
   *
   * @throws IllegalArgumentException if {@code capacity} is less than 1
   */
  public BoundedQueue(int capacity) {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Appends the element, and waits until there is room for it.
   *
   * @throws NullPointerException if the element is null
   * @throws InterruptedException if the thread is interrupted when it calls or while it waits; the
   *     element is not in the queue then
   */
  public void put(E element) throws InterruptedException {
    // TODO: Refuse null, then look at the interrupt status.
    // TODO: Wait until there is room. How often must you look?
    // TODO: Append, only now. Who has to be told?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Removes the first element, and waits until there is one.
   *
   * @throws InterruptedException if the thread is interrupted when it calls or while it waits;
   *     nothing has been removed then
   */
  public E take() throws InterruptedException {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Appends the element if there is room for it right now, else changes nothing. It never waits,
   * and does not look at the interrupt status.
   *
   * @return whether it is in the queue now
   * @throws NullPointerException if the element is null
   */
  public boolean offer(E element) {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Like {@link #put}, but gives up when the time is over. A timeout of zero or less means one
   * attempt without waiting.
   *
   * @return whether it is in the queue now; false never comes before the time is over
   * @throws NullPointerException if the element or {@code unit} is null
   * @throws InterruptedException as {@link #put}
   */
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    // TODO: When, on the clock of System.nanoTime(), is the time over? That never changes.
    // TODO: After each wake-up ask two questions: is there room, and how much time is left?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Removes the first element if there is one right now. It never waits, and does not look at the
   * interrupt status.
   *
   * @return the element, or null if the queue is empty
   */
  public E poll() {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Like {@link #take}, but gives up when the time is over. A timeout of zero or less means one
   * attempt without waiting.
   *
   * @return the element, or null; null never comes before the time is over
   * @throws NullPointerException if {@code unit} is null
   * @throws InterruptedException as {@link #take}
   */
  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Moves the first elements, {@code max} at most, in their order and in one step to the sink. It
   * never waits, and does not look at the interrupt status. If the sink refuses an element by an
   * exception, that comes out here: the elements before it have been moved, it and the rest stay.
   *
   * @return how many it has moved
   * @throws NullPointerException if the sink is null
   * @throws IllegalArgumentException if {@code max} is negative
   */
  public int drainTo(Collection<? super E> sink, int max) {
    // TODO: One step: nobody may come in between two elements.
    // TODO: How many places are free afterwards? How many threads have waited for one?
    throw new UnsupportedOperationException("TODO");
  }

  /** How many elements it holds at some moment during this call: never negative, never too many. */
  public int size() {
    throw new UnsupportedOperationException("TODO");
  }

  /** How many elements it can hold. */
  public int capacity() {
    throw new UnsupportedOperationException("TODO");
  }
}
