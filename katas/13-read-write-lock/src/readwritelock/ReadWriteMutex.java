package readwritelock;

import java.util.concurrent.TimeUnit;

/**
 * A lock for data that is often read and seldom changed. Many threads may hold it for reading, or
 * one thread holds it for writing, and never both.
 *
 * <p>A reader that comes while a writer waits has to wait, too, until a writer has left or no
 * writer waits any more. The lock is not reentrant.
 *
 * <p>All methods may be called by any number of threads at the same time. What a writer did before
 * it unlocked, or downgraded, is visible to all who hold the lock later. What a reader did before
 * it unlocked is visible to the writers who hold the lock later.
 */
public final class ReadWriteMutex {

  // TODO What must be known to decide whether a reader may come in? And a writer?

  /** A lock that nobody holds. */
  public ReadWriteMutex() {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes a read lock, and waits as long as a writer holds the lock, or a writer that came earlier
   * waits.
   *
   * @throws InterruptedException if the thread is interrupted when it calls, even if it need not
   *     wait, or while it waits; it has not taken the lock then, and its status is cleared
   */
  public void lockRead() throws InterruptedException {
    // TODO May you come in as long as others only read? What would that mean for a writer?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes a read lock like {@link #lockRead}, but waits no longer than the timeout. A timeout of
   * zero or less means one attempt without waiting.
   *
   * @return true if it took the lock, false if the timeout has passed
   * @throws InterruptedException as {@link #lockRead} does
   * @throws NullPointerException if {@code unit} is null
   */
  public boolean tryLockRead(long timeout, TimeUnit unit) throws InterruptedException {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Gives one read lock back. It need not be the thread that has taken it.
   *
   * @throws IllegalMonitorStateException if nobody holds a read lock; nothing has changed then
   */
  public void unlockRead() {
    // TODO Who may have waited for this?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes the write lock, and waits as long as anybody holds the lock, for reading or for writing.
   *
   * @throws InterruptedException as {@link #lockRead} does
   */
  public void lockWrite() throws InterruptedException {
    // TODO While you wait, others wait because of you. What if you leave?
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Takes the write lock like {@link #lockWrite}, but waits no longer than the timeout. A timeout
   * of zero or less means one attempt without waiting.
   *
   * @return true if it took the lock, false if the timeout has passed
   * @throws InterruptedException as {@link #lockRead} does
   * @throws NullPointerException if {@code unit} is null
   */
  public boolean tryLockWrite(long timeout, TimeUnit unit) throws InterruptedException {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Gives the write lock back.
   *
   * @throws IllegalMonitorStateException if the caller does not hold the write lock; nothing has
   *     changed then
   */
  public void unlockWrite() {
    throw new UnsupportedOperationException("TODO");
  }

  /**
   * Turns the write lock of the caller into one read lock, in one step: no other writer gets in
   * between.
   *
   * @throws IllegalMonitorStateException if the caller does not hold the write lock; nothing has
   *     changed then
   */
  public void downgrade() {
    // TODO What do other threads see in the middle of it?
    throw new UnsupportedOperationException("TODO");
  }

  /** How many read locks are held. Who only waits is not counted. */
  public int readers() {
    throw new UnsupportedOperationException("TODO");
  }

  /** Whether a thread holds the write lock. */
  public boolean isWriteLocked() {
    throw new UnsupportedOperationException("TODO");
  }
}
