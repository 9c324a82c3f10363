package grader.run;

import java.time.Duration;

/** The moment at which a check must end, on the monotonic clock. */
public final class Deadline {

  private final long begin = System.nanoTime();
  private final long nanos;

  /** Counts from now. */
  public Deadline(Duration budget) {
    this.nanos = budget.toNanos();
  }

  /** Whether the budget is spent. */
  public boolean hasPassed() {
    return System.nanoTime() - begin >= nanos;
  }
}
