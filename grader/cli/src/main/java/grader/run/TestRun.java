package grader.run;

import grader.protocol.Engine;
import java.util.List;

/**
 * All that one worker observed of one test.
 *
 * @param test the test's id
 * @param configuration the worker's
 * @param planned how many trials were asked for
 * @param trials how many ran; fewer than planned if the test was decided, or the worker ended,
 *     earlier
 * @param failures how many of them did not pass
 * @param observations the first few of those
 */
public record TestRun(
    String test,
    Engine engine,
    String configuration,
    int planned,
    int trials,
    int failures,
    List<Observation> observations) {
  public TestRun {
    observations = List.copyOf(observations);
  }
}
