package semaphore;

import java.util.concurrent.TimeUnit;

/**
 * A number of permits between 0 and a maximum. Acquiring takes permits and waits while there are
 * too few; releasing gives permits back and lets waiting threads go on.
 *
 * <p>Whatever a thread did before it released a permit is visible to the thread that acquires it.
 * All methods may be called by any number of threads at the same time.
 */
public final class CountingSemaphore {

  // TODO: Which numbers does a semaphore have to remember? Which of them change?
  // TODO: Which lock protects the one that changes? Use it for every access, reads included.

  /**
   * A semaphore with this many permits, all of them free. It never has more.
   *
   * @throws IllegalArgumentException if {@code permits} is less than 1
   */
  public CountingSemaphore(int permits) {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * A semaphore with {@code initial} free permits that never has more than {@code max}.
   *
   * @throws IllegalArgumentException unless {@code 0 <= initial <= max} and {@code max >= 1}
   */
  public CountingSemaphore(int initial, int max) {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes one permit; the same as {@code acquire(1)}.
   *
   * @throws InterruptedException see {@link #acquire(int)}
   */
  public void acquire() throws InterruptedException {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes {@code n} permits in one step, and waits until so many are free. While it waits, it holds
   * none of them. {@code acquire(0)} never waits.
   *
   * @throws IllegalArgumentException if {@code n} is negative or more than the maximum: that could
   *     never succeed
   * @throws InterruptedException if the thread is interrupted when it calls or while it waits; no
   *     permit has been taken then
   */
  public void acquire(int n) throws InterruptedException {
    // TODO: Refuse what can never succeed, then look at the interrupt status.
    // TODO: Wait until n permits are free. How often must you look?
    // TODO: Take them, only now.
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes {@code n} permits if they are free right now, else changes nothing. It never waits, may
   * go ahead of threads that wait, and does not look at the interrupt status.
   *
   * @return whether it took them
   * @throws IllegalArgumentException if {@code n} is negative or more than the maximum
   */
  public boolean tryAcquire(int n) {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Like {@link #acquire(int)}, but gives up when the time is over. A timeout of zero or less means
   * one attempt without waiting.
   *
   * @return whether it took the permits; false never comes before the time is over
   * @throws IllegalArgumentException if {@code n} is negative or more than the maximum
   * @throws InterruptedException as {@link #acquire(int)}
   * @throws NullPointerException if {@code unit} is null
   */
  public boolean tryAcquire(int n, long timeout, TimeUnit unit) throws InterruptedException {
    // TODO: When, on the clock of System.nanoTime(), is the time over? That never changes.
    // TODO: After each wake-up ask two questions: are there enough permits, and how much time is
    // left?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Gives one permit back; the same as {@code release(1)}. Any thread may do so, not only one that
   * has acquired.
   *
   * @throws IllegalStateException see {@link #release(int)}
   */
  public void release() {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Gives {@code n} permits back and lets threads go on that have enough now. It does not look at
   * the interrupt status.
   *
   * @throws IllegalArgumentException if {@code n} is negative
   * @throws IllegalStateException if more than the maximum would be free; nothing has changed then
   */
  public void release(int n) {
    // TODO: Refuse what is too much. Beware: an int that grows too large becomes negative.
    // TODO: Give the permits back. Who has to be told?
    throw new UnsupportedOperationException("TODO");
  }

  /** How many permits are free at some moment during this call: never negative, never too many. */
  public int availablePermits() {
    throw new UnsupportedOperationException("TODO");
  }
}
