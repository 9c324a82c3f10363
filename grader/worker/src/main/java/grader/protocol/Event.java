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

  /**
   * All schedules with at most so many preemptions, and without whims, have passed.
   *
   * @param schedules how many they are
   * @param all whether there are none with more preemptions
   */
  record Exhausted(String test, int preemptions, int schedules, boolean all) implements Event {}

  /**
   * What the schedules of a test were like that has passed.
   *
   * @param threads the most that one had
   * @param steps the most that one took
   * @param points the most steps of one without whims at which somebody else could have gone on
   * @param whims whether any left room for whims
   * @param chance whether the test asked for random numbers
   * @param samples what was drawn at random, policy by policy
   * @param pct those trials to which the theorem on PCT applies
   */
  record Tried(
      String test,
      int threads,
      int steps,
      int points,
      boolean whims,
      boolean chance,
      List<Samples> samples,
      List<PctTrials> pct)
      implements Event {
    public Tried {
      samples = List.copyOf(samples);
      pct = List.copyOf(pct);
      if (threads < 1 || pct.stream().anyMatch(some -> some.length() < Math.max(1, points))) {
        throw new IllegalArgumentException("there are no such trials");
      }
    }
  }

  /**
   * The schedule under which the trial just reported fails, in its simplest form.
   *
   * @param schedule as the engine writes it; with the seed it repeats the trial
   * @param policy which policy found it
   */
  record Failing(String test, long seed, String schedule, String policy) implements Event {}

  /**
   * Two accesses of a trial are not ordered. The test goes on, unless it fails in another way.
   *
   * @param schedule shows it; in its simplest form if nothing else fails
   */
  record Racing(String test, int trial, long seed, String schedule, String policy, Outcome outcome)
      implements Event {}

  /** What happened in a replayed trial, step by step. */
  record Interleaving(String test, List<Move> moves) implements Event {
    public Interleaving {
      moves = List.copyOf(moves);
    }
  }

  /** A trial that is played has come to a choice: one of these threads goes on. */
  record Asked(String test, List<Option> options) implements Event {
    public Asked {
      options = List.copyOf(options);
    }
  }

  /**
   * A thread that can go on.
   *
   * @param next its next step, in words
   * @param file the source file of that step, or empty
   * @param line its source line, or 0
   */
  record Option(int thread, String name, String next, String file, int line) {}

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
