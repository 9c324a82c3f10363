package grader.protocol;

import java.util.List;

/** What a worker reports. The last event of a complete transcript is {@link Finished}. */
public sealed interface Event {

  /** The test begins. */
  record TestStarted(String test) implements Event {}

  /** Some more trials passed; a sign of life. */
  record Passed(String test, int trials) implements Event {}

  /** A trial did not pass. */
  record NotPassed(String test, int trial, long seed, Outcome outcome) implements Event {}

  /** All schedules with at most so many preemptions have passed, and this is how many they are. */
  record Exhausted(String test, int preemptions, int schedules) implements Event {}

  /**
   * The schedule under which the trial just reported fails, in its simplest form.
   *
   * @param schedule as the engine writes it; with the seed it repeats the trial
   * @param policy which policy found it
   */
  record Failing(String test, long seed, String schedule, String policy) implements Event {}

  /**
   * Two accesses of a trial are not ordered; the test goes on.
   *
   * @param schedule shows it, in its simplest form
   */
  record Racing(String test, int trial, long seed, String schedule, String policy, Outcome outcome)
      implements Event {}

  /** What happened in a replayed trial, step by step. */
  record Interleaving(String test, List<Move> moves) implements Event {
    public Interleaving {
      moves = List.copyOf(moves);
    }
  }

  /** The test cannot be controlled; nothing that was seen of it counts. */
  record Escaped(String test, String why) implements Event {}

  /** The test is over after this many trials. */
  record TestEnded(String test, int trials, int failures) implements Event {}

  /** Something was printed; {@code dropped} counts the characters beyond the limit. */
  record Printed(String text, long dropped) implements Event {}

  /** A round of the job has ended; what follows belongs to the next. */
  record NextRound() implements Event {}

  /** The worker has done its job. */
  record Finished() implements Event {}
}
