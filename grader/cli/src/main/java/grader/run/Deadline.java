package grader.run;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The moment at which work must end, on the monotonic clock or when somebody says so. */
public final class Deadline {

  private final BooleanSupplier passed;

  // Volatile: written by the thread that no longer wants the work, read by those that watch it.
  private volatile boolean ended;

  private Deadline(BooleanSupplier passed) {
    this.passed = passed;
  }

  /** Counts from now. */
  public Deadline(Duration budget) {
    this(after(System.nanoTime(), budget.toNanos()));
  }

  private static BooleanSupplier after(long begin, long nanos) {
    return () -> System.nanoTime() - begin >= nanos;
  }

  /** A deadline for a part of the work: it passes with this one, or is brought forward. */
  public Deadline ofPart() {
    return new Deadline(this::hasPassed);
  }

  /** It passes now. */
  public void bringForward() {
    ended = true;
  }

  /** Whether the work must end. */
  public boolean hasPassed() {
    return ended || passed.getAsBoolean();
  }
}
