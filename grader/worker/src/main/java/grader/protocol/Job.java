package grader.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a worker needs; it reads nothing else.
 *
 * @param noise whether yield points and spurious wake-ups are put into the submission's classes
 * @param stopAtFirst whether the first test that fails ends the job
 * @param replay the one schedule to run, under {@code explore}; or empty
 * @param submission the submission's classes, by binary name
 * @param hidden the hidden tests' classes, by binary name
 */
public record Job(
    Engine engine,
    long seed,
    boolean noise,
    boolean stopAtFirst,
    List<PlannedTest> tests,
    Optional<String> replay,
    Map<String, byte[]> submission,
    Map<String, byte[]> hidden) {

  public Job {
    tests = List.copyOf(tests);
    submission = Map.copyOf(submission);
    hidden = Map.copyOf(hidden);
  }
}
