package grader.stress;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets actors begin at almost the same moment: they arrive, spin, and leave with a small random
 * delay. Thread-safe.
 */
final class StartLine {

  private static final int LONGEST_DELAY_NANOS = 60_000;
  private static final int SPINS_BEFORE_YIELD = 200;

  private final AtomicInteger missing = new AtomicInteger();
  private final SplittableRandom delays;

  // Volatile: opened by the director, watched by the actors.
  private volatile boolean open;

  StartLine(SplittableRandom delays) {
    this.delays = delays;
  }

  void expectOne() {
    missing.incrementAndGet();
  }

  /** Called by an actor: returns when all are there, after a delay of its own. */
  void arrive() {
    long delay = delay();
    missing.decrementAndGet();
    waitFor(() -> open);
    long leave = System.nanoTime() + delay;
    while (System.nanoTime() - leave < 0) {
      Thread.onSpinWait();
    }
  }

  /** Called by the director when all its actors have been started. */
  void open() {
    waitFor(() -> missing.get() == 0);
    open = true;
  }

  /** Half of the actors leave at once: a tight race is as interesting as a loose one. */
  private synchronized long delay() {
    return delays.nextBoolean() ? 0 : delays.nextInt(LONGEST_DELAY_NANOS);
  }

  private static void waitFor(java.util.function.BooleanSupplier condition) {
    for (int spins = 0; !condition.getAsBoolean(); spins++) {
      if (spins < SPINS_BEFORE_YIELD) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }
}
