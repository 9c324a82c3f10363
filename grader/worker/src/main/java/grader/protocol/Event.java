package grader.protocol;

/** What a worker reports. The last event of a complete transcript is {@link Finished}. */
public sealed interface Event {

  /** The test begins. */
  record TestStarted(String test) implements Event {}

  /** Some more trials passed; a sign of life. */
  record Passed(String test, int trials) implements Event {}

  /** A trial did not pass. */
  record NotPassed(String test, int trial, long seed, Outcome outcome) implements Event {}

  /** The test is over after this many trials. */
  record TestEnded(String test, int trials, int failures) implements Event {}

  /** Something was printed; {@code dropped} counts the characters beyond the limit. */
  record Printed(String text, long dropped) implements Event {}

  /** The worker has done its job. */
  record Finished() implements Event {}
}
