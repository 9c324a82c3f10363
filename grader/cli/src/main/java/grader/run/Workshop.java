package grader.run;

import java.util.function.Supplier;

/**
 * Where workers come from, and what keeps them there. Thread-safe.
 *
 * @param sandbox chosen when the first worker is wanted: to prove one may take a second
 */
public record Workshop(Installation installation, Supplier<Sandbox> sandbox) {

  /** Workers that end when the deadline passes. */
  public Workers workers(Deadline deadline) {
    return new Workers(installation, sandbox.get(), deadline);
  }
}
