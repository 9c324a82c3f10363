package grader.judge;

/** What all observations mean. */
public enum Verdict {
  /** Every planned test passed under every engine. */
  PASSED(0),
  /** At least one test fails every time. */
  FAILED(1),
  /** At least one test fails under some schedules and passes under others. */
  FLAKY(3),
  DOES_NOT_COMPILE(4),
  /** A class, constructor or method that the tests use is missing. */
  API_MISMATCH(4),
  /** It uses what the kata forbids. */
  NOT_ALLOWED(4),
  /** Threads wait for what never comes, or run in circles. */
  STUCK(5),
  OUT_OF_TIME(5),
  /** The transcript is not authentic, or protected files changed. */
  TAMPERED(7),
  /** The budget ended before the plan did. */
  INCONCLUSIVE(8);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** What the process returns. */
  public int exitCode() {
    return exitCode;
  }
}
