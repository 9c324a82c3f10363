package semaphore;

/** A stand-in for what a learner begins with. */
public final class CountingSemaphore {

  /** A semaphore with this many permits. */
  public CountingSemaphore(int permits) {
    // TODO What does a semaphore remember?
    throw new UnsupportedOperationException("TODO");
  }
}
