package grader.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a worker needs; it reads nothing else.
 *
 * @param rounds the job is done once for each of them, in this order
 * @param noise whether yield points and spurious wake-ups are put into the submission's classes
 * @param stopAtFirst whether the first test that fails ends the round
 * @param replay the one schedule to run, under {@code explore}, perhaps one that is still being
 *     played ({@link Turn}); or empty
 * @param hidden the hidden tests' classes, by binary name
 */
public record Job(
    Engine engine,
    List<Round> rounds,
    boolean noise,
    boolean stopAtFirst,
    List<PlannedTest> tests,
    Optional<String> replay,
    Map<String, byte[]> hidden) {

  /**
   * What changes while the tests stay the same.
   *
   * @param submission the submission's classes, by binary name
   */
  public record Round(long seed, Map<String, byte[]> submission) {
    public Round {
      submission = Map.copyOf(submission);
    }
  }

  public Job {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a job without a round never runs");
    }
    rounds = List.copyOf(rounds);
    tests = List.copyOf(tests);
    hidden = Map.copyOf(hidden);
  }

  /** A job of one round. */
  public Job(
      Engine engine,
      long seed,
      boolean noise,
      boolean stopAtFirst,
      List<PlannedTest> tests,
      Optional<String> replay,
      Map<String, byte[]> submission,
      Map<String, byte[]> hidden) {
    this(engine, List.of(new Round(seed, submission)), noise, stopAtFirst, tests, replay, hidden);
  }
}
