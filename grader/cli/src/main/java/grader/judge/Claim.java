package grader.judge;

import grader.protocol.Event;
import grader.protocol.Samples;
import grader.run.TestRun;
import java.util.Optional;

/**
 * What the explore engine has shown about a test in which nothing failed; {@code docs/certainty.md}
 * says what the words mean.
 *
 * @param preemptions up to how many of them every schedule was tried; 0 if not even those without
 * @param schedules how many these are; 0 if not even those without preemption were all tried
 * @param sampled how many others were drawn at random; the same one may be among them twice
 * @param threads the most that a schedule had
 * @param steps the most that a schedule took
 * @param pct what probabilistic concurrency testing adds, where its theorem holds
 */
public record Claim(
    Reach reach,
    int preemptions,
    int schedules,
    int sampled,
    int threads,
    int steps,
    Optional<PctGuarantee> pct) {

  /** How much of what is possible was tried. */
  public enum Reach {
    /** Every schedule, and nothing but the schedule could be chosen. */
    EVERYTHING,
    /** Every schedule, but not every whim of the machine and not every random number. */
    EVERY_SCHEDULE,
    /** Every schedule with few preemptions. */
    FEW_PREEMPTIONS,
    /** Some schedules. */
    SAMPLED
  }

  /** What this run has shown; nothing if it failed, or ended too early, or under another engine. */
  static Optional<Claim> of(TestRun run) {
    return run.exploration()
        .tried()
        .filter(tried -> run.counts() && run.failures() == 0)
        .map(tried -> of(tried, run.exploration().exhausted()));
  }

  private static Claim of(Event.Tried tried, Optional<Event.Exhausted> exhausted) {
    return new Claim(
        exhausted.map(most -> reach(tried, most)).orElse(Reach.SAMPLED),
        exhausted.map(Event.Exhausted::preemptions).orElse(0),
        exhausted.map(Event.Exhausted::schedules).orElse(0),
        tried.samples().stream().mapToInt(Samples::schedules).sum(),
        tried.threads(),
        tried.steps(),
        pct(tried).filter(ignored -> exhausted.filter(Event.Exhausted::all).isEmpty()));
  }

  private static Reach reach(Event.Tried tried, Event.Exhausted exhausted) {
    if (!exhausted.all()) {
      return Reach.FEW_PREEMPTIONS;
    }
    return tried.whims() || tried.chance() ? Reach.EVERY_SCHEDULE : Reach.EVERYTHING;
  }

  private static Optional<PctGuarantee> pct(Event.Tried tried) {
    return Optional.of(tried)
        .filter(one -> !one.pct().isEmpty())
        .map(one -> new PctGuarantee(one.threads(), one.points(), one.pct()));
  }

  /** The rate of failures, at most, among schedules that are drawn as these were. */
  public FailureRate sample() {
    return new FailureRate(0, sampled);
  }
}
