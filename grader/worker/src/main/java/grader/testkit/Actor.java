package grader.testkit;

import java.util.Optional;

/** One thread of a trial, named, with what came of it. */
public interface Actor<T> {

  String name();

  /** Whether it has returned or thrown. */
  boolean hasEnded();

  /** Interrupts its thread. */
  void interrupt();

  /**
   * Declares that ending with this exception is no failure of the trial. Call it before the actor
   * starts.
   *
   * @return this actor
   */
  Actor<T> mayThrow(Class<? extends Throwable> type);

  /**
   * What it returned.
   *
   * @throws AssertionError if it has not ended or has thrown
   */
  T result();

  /** What it threw, if it has ended by throwing. */
  Optional<Throwable> thrown();

  /** The thread it runs on. */
  Thread thread();
}
