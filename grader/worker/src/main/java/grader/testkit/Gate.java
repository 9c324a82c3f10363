package grader.testkit;

/**
 * What a test guards. Points are given by gates, one after the other, never by counting green
 * tests.
 */
public enum Gate {
  /** Nothing bad ever happens. Until it holds, nothing else counts. */
  SAFETY,
  /** Something good happens in the end. */
  LIVENESS,
  /** More than the task asks for. */
  STRETCH
}
