package grader.run;

import java.util.List;

/**
 * What a worker reported from its start to its end.
 *
 * @param complete whether it ran its whole job, or stopped at the first failure as it was told to
 * @param printed what the submission and the tests printed, cut to a limit
 */
public record Transcript(List<TestRun> runs, boolean complete, String printed) {
  public Transcript {
    runs = List.copyOf(runs);
  }

  /** Whether any trial did not pass. */
  public boolean failed() {
    return runs.stream().anyMatch(run -> run.failures() > 0);
  }
}
