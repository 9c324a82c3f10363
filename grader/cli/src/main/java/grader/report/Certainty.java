package grader.report;

import grader.Assessment;
import grader.judge.Claim;
import grader.judge.FailureRate;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.judge.TestResult.Status;
import grader.protocol.Engine;
import grader.protocol.Outcome;
import grader.run.TestRun;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How certain a verdict is, as a sentence with its numbers. */
final class Certainty {

  private Certainty() {}

  /** How certain the verdict on what ran is, and because of what. */
  static String of(Assessment assessment, Judgement judgement) {
    return switch (assessment.verdict()) {
      case PASSED -> passed(assessment, judgement);
      case FAILED -> first(judgement, Status.FAILED, Certainty::failed);
      case FLAKY -> first(judgement, Status.FLAKY, Certainty::flaky);
      case STUCK -> first(judgement, Status.STUCK, Certainty::stuck);
      case INCONCLUSIVE -> inconclusive(assessment, judgement);
      case OUT_OF_TIME -> "It was still running when its time was over.";
      case TAMPERED -> "What the run reported is not authentic, so it proves nothing.";
      case DOES_NOT_COMPILE, API_MISMATCH, NOT_ALLOWED -> "";
    };
  }

  private static String passed(Assessment assessment, Judgement judgement) {
    boolean boundWanted = assessment.options().detect().isPresent();
    return (explored(judgement) + stressed(judgement, boundWanted)).strip();
  }

  private static String explored(Judgement judgement) {
    if (judgement.explored() == 0) {
      return "";
    }
    long tests = judgement.results().stream().filter(one -> one.explored() > 0).count();
    List<Claim> claims = judgement.claims();
    boolean everything =
        claims.size() == tests
            && claims.stream().allMatch(claim -> claim.reach() == Claim.Reach.EVERYTHING);
    return everything
        ? "Every schedule of " + Words.count(tests, "test") + " explored, and none fails. "
        : Words.count(judgement.explored(), "schedule")
            + " of "
            + Words.count(tests, "test")
            + " explored, and none fails. ";
  }

  /**
   * Where schedules have judged, real threads are witnesses: a rate is told if it was asked for.
   */
  private static String stressed(Judgement judgement, boolean boundWanted) {
    long tests =
        judgement.results().stream()
            .filter(one -> one.test().concurrent() && one.rate().trials() > 0)
            .count();
    if (tests == 0) {
      return judgement.explored() > 0
          ? ""
          : "All " + Words.count(judgement.results().size(), "test") + " passed.";
    }
    return (judgement.explored() > 0 ? "On real threads: " : "")
        + "0 failures in "
        + Words.count(judgement.trials(), "trial")
        + " of "
        + Words.count(tests, "test")
        + bound(judgement, boundWanted || judgement.explored() == 0);
  }

  private static String bound(Judgement judgement, boolean wanted) {
    return judgement
        .weakest()
        .filter(ignored -> wanted)
        .map(rate -> ": a true failure rate of a test above " + unlikely(rate))
        .or(() ->
            judgement
                .weakestUnexplored()
                .map(rate ->
                    "; of a test that could not be explored, a true failure rate above "
                        + unlikely(rate)))
        .orElse(".");
  }

  private static String unlikely(FailureRate rate) {
    return Words.percent(rate.upperBound(), RoundingMode.CEILING) + " is unlikely (95 %).";
  }

  private static String first(
      Judgement judgement, Status status, Function<TestResult, String> sentence) {
    return judgement.results().stream()
        .filter(result -> result.status() == status)
        .findFirst()
        .map(sentence)
        .orElse("");
  }

  private static String failed(TestResult result) {
    return foundBy(result)
        .map(run ->
            run.failsByItsRace()
                ? "A data race in \""
                    + title(result)
                    + "\": the result was right under every schedule tried, but the Java memory"
                    + " model does not promise it."
                : "It fails every time under one schedule, "
                    + foundAfter(run)
                    + ", of \""
                    + title(result)
                    + "\".")
        .orElseGet(() -> failedAlways(result));
  }

  /** The run under control that met a schedule that fails. */
  private static Optional<TestRun> foundBy(TestResult result) {
    return result.firstBad().filter(run -> run.exploration().failing().isPresent());
  }

  private static String failedAlways(TestResult result) {
    return "It fails every time: " + share(result.rate()) + " of \"" + title(result) + "\".";
  }

  private static String flaky(TestResult result) {
    FailureRate rate = result.rate();
    return "It is right only by luck: "
        + share(rate)
        + " of \""
        + title(result)
        + "\" failed. The true failure rate lies between "
        + Words.percent(rate.low(), RoundingMode.FLOOR)
        + " and "
        + Words.percent(rate.high(), RoundingMode.CEILING)
        + " (95 %, Clopper-Pearson).";
  }

  private static String foundAfter(TestRun run) {
    return "found after " + Words.number(run.trials()) + " of " + Words.number(run.planned());
  }

  private static String stuck(TestResult result) {
    String what =
        result.runs().stream()
            .flatMap(run -> run.observations().stream())
            .map(observation -> observation.outcome())
            .filter(Outcome.Stuck.class::isInstance)
            .map(outcome -> why(((Outcome.Stuck) outcome).why()))
            .findFirst()
            .orElse("");
    return what
        + foundBy(result)
            .map(run -> " So it ends every time under one schedule, " + foundAfter(run) + ",")
            .orElseGet(() -> " Seen in " + share(result.rate()))
        + " of \""
        + title(result)
        + "\".";
  }

  private static String why(Outcome.Why why) {
    return switch (why) {
      case CYCLE -> "Threads wait for each other in a circle: a deadlock.";
      case NOBODY_LEFT -> "Threads wait, and nobody is left to wake them.";
      case SPINNING -> "A thread runs in circles without getting anywhere.";
    };
  }

  private static String inconclusive(Assessment assessment, Judgement judgement) {
    PlannedTrials trials = PlannedTrials.of(judgement, assessment.options());
    long escaped =
        judgement.results().stream().filter(result -> result.escape().isPresent()).count();
    if (escaped > 0) {
      return Words.count(escaped, "test")
          + " could not be controlled, for the reason below. So only real threads ran there, and"
          + " that none of them failed is too little for a pass.";
    }
    boolean fewEngines = assessment.options().engines().size() < Engine.values().length;
    if (fewEngines && trials.done() == trials.planned()) {
      return Words.count(trials.done(), "trial")
          + " ran, all that these engines do, and none failed. The other tests need the other"
          + " engines.";
    }
    return Words.number(trials.done())
        + " of "
        + Words.count(trials.planned(), "trial")
        + " ran, then time was up. That says nothing about the code and is nobody's fault. "
        + "Give it more time with --budget.";
  }

  private static String share(FailureRate rate) {
    return Words.number(rate.failures()) + " of " + Words.count(rate.trials(), "trial");
  }

  private static String title(TestResult result) {
    return result.test().title();
  }
}
