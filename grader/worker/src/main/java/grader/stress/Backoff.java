package grader.stress;

/**
 * Looks often at first, then less often, so that those who are watched get the processor. For one
 * thread.
 */
final class Backoff {

  private static final int EAGER_LOOKS = 20;
  private static final int LONGEST_NANOS = 1_000_000;

  private int looks;
  private int nanos = 20_000;

  /**
   * Waits a little.
   *
   * @throws IllegalStateException if interrupted: the trial was given up
   */
  void pause() {
    if (looks++ < EAGER_LOOKS) {
      Thread.yield();
      return;
    }
    try {
      // Not a synchroniser: the caller looks again until what it looks for is there.
      Thread.sleep(nanos / 1_000_000, nanos % 1_000_000);
    } catch (InterruptedException abandoned) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the trial was abandoned", abandoned);
    }
    nanos = Math.min(LONGEST_NANOS, nanos * 2);
  }
}
