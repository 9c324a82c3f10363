package grader.run;

import java.util.ArrayList;
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

  /**
   * The same, and the tests in which nothing failed fail by their data races: all of them, or the
   * first one.
   */
  public Transcript failingByRaces(boolean all) {
    List<TestRun> judged = new ArrayList<>();
    boolean found = failed();
    for (TestRun run : runs) {
      TestRun next = all || !found ? run.failingByItsRace() : run;
      found |= next.failures() > 0;
      judged.add(next);
    }
    return new Transcript(judged, complete, printed);
  }

  /** Whether any trial that counts did not pass. */
  public boolean failed() {
    return runs.stream().anyMatch(run -> run.counts() && run.failures() > 0);
  }

  /** Whether a trial took too long although something still moved. */
  public boolean isLate() {
    return runs.stream().anyMatch(TestRun::isLate);
  }

  /** What came before that; the rest is to be run again. */
  public Transcript beforeItsLateRun() {
    return new Transcript(runs.stream().takeWhile(run -> !run.isLate()).toList(), true, printed);
  }
}
