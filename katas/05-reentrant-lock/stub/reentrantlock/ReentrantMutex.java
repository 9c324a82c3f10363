package reentrantlock;

import java.util.concurrent.TimeUnit;

/**
 * A lock with an owner. One thread at a time holds it, and the thread that holds it may take it
 * again; it is free when its owner has unlocked it as often as it has taken it.
 *
 * <p>All methods may be called by any number of threads at the same time. What a thread did before
 * it unlocked is visible to the thread that holds the lock next.
 */
public final class ReentrantMutex {

  // TODO Who holds the lock, and how often? May others look at that, and when?

  /** A lock that is held, to be given back by try-with-resources. */
  public interface Guard extends AutoCloseable {

    /**
     * Unlocks once; every later call changes nothing.
     *
     * @throws IllegalMonitorStateException if the guard is open and the caller does not hold the
     *     lock; the guard stays open then
     */
    @Override
    void close();
  }

  /** A lock that nobody holds. */
  public ReentrantMutex() {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes the lock, and waits until it is free unless the caller holds it already. An interrupt
   * does not end the waiting; the status is set when the method returns.
   */
  public void lock() {
    // TODO Is the thread that holds it perhaps you?
    // TODO You may be interrupted here, and you cannot throw. What do you do with it?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes the lock, and waits until it is free unless the caller holds it already.
   *
   * @throws InterruptedException if the thread is interrupted when it calls, even if it need not
   *     wait, or while it waits; it has not taken the lock then, and its status is cleared
   */
  public void lockInterruptibly() throws InterruptedException {
    // TODO You leave without the lock. Who else was waiting, and may now sleep for ever?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes the lock if it is free or the caller holds it already; never waits.
   *
   * @return whether it took the lock
   */
  public boolean tryLock() {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes the lock, and waits until it is free, but not longer than the timeout. A timeout of zero
   * or less means one attempt without waiting.
   *
   * @return true if it took the lock, false if the timeout has passed
   * @throws InterruptedException as {@link #lockInterruptibly} does
   * @throws NullPointerException if {@code unit} is null
   */
  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Gives the lock back once. With the last time it becomes free.
   *
   * @throws IllegalMonitorStateException if the caller does not hold the lock; nothing has changed
   *     then
   */
  public void unlock() {
    // TODO Which of the unlocks is the one that others wait for?
    throw new UnsupportedOperationException("TODO");
  }

  /** Takes the lock like {@link #lock}; the guard that it returns gives it back. */
  public Guard acquire() {
    throw new UnsupportedOperationException("TODO");
  }

  /** Whether the calling thread holds the lock. */
  public boolean isHeldByCurrentThread() {
    throw new UnsupportedOperationException("TODO");
  }

  /** How often the calling thread has taken the lock and not given it back; 0 if it holds none. */
  public int getHoldCount() {
    throw new UnsupportedOperationException("TODO");
  }
}
