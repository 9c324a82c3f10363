package grader.report;

import grader.Options;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.protocol.Engine;
import grader.run.TestRun;

/**
 * How far a check came.
 *
 * @param planned at least as many as {@code done}
 */
record PlannedTrials(int done, int planned) {

  static PlannedTrials of(Judgement judgement, Options options) {
    int done = judgement.results().stream().mapToInt(result -> result.rate().trials()).sum();
    int planned = judgement.results().stream().mapToInt(result -> planned(result, options)).sum();
    return new PlannedTrials(done, Math.max(done, planned));
  }

  /** Workers that never started have left no plan behind: then the profile tells it. */
  private static int planned(TestResult result, Options options) {
    int known = result.runs().stream().mapToInt(TestRun::planned).sum();
    boolean stressed = result.test().concurrent() && options.engines().contains(Engine.STRESS);
    int usual = stressed ? options.profile().trials() * result.test().share() / 100 : 1;
    return Math.max(known, usual);
  }
}
