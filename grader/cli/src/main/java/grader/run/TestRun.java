package grader.run;

import grader.protocol.Engine;
import grader.protocol.Event;
import grader.protocol.Move;
import grader.protocol.Outcome;
import java.util.List;
import java.util.Optional;

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
 * @param exploration what the explore engine adds
 */
public record TestRun(
    String test,
    Engine engine,
    String configuration,
    int planned,
    int trials,
    int failures,
    List<Observation> observations,
    Exploration exploration) {

  public TestRun {
    observations = List.copyOf(observations);
  }

  /** A run by another engine than explore. */
  public TestRun(
      String test,
      Engine engine,
      String configuration,
      int planned,
      int trials,
      int failures,
      List<Observation> observations) {
    this(test, engine, configuration, planned, trials, failures, observations, Exploration.NONE);
  }

  /** Whether what it saw counts: everything was under control that had to be. */
  public boolean counts() {
    return exploration.escaped().isEmpty();
  }

  /** Whether a trial took too long although something still moved. */
  boolean isLate() {
    return observations.stream().anyMatch(one -> one.outcome() instanceof Outcome.Late);
  }

  /** The same as a run that does not count: what failed once did not fail again. */
  public TestRun notRepeating(String token) {
    return new TestRun(
        test,
        engine,
        configuration,
        planned,
        trials,
        failures,
        observations,
        exploration.withEscape(
            token
                + " failed, but not in the same way when it was repeated. Something decides that no"
                + " scheduler controls, like memory that is collected; if nothing here uses that,"
                + " it is a defect of the grader"));
  }

  /** The same as a failure by its data race, if there is one. */
  TestRun failingByItsRace() {
    return exploration
        .racing()
        .filter(race -> failures == 0 && counts())
        .map(this::with)
        .orElse(this);
  }

  /** Whether nothing failed but the order of its accesses. */
  public boolean failsByItsRace() {
    return failures > 0
        && observations.getFirst().outcome() instanceof Outcome.Failed failed
        && failed.isRace();
  }

  /** The data race that was seen although something else is what failed. */
  public Optional<Outcome> raceBeside() {
    return exploration
        .racing()
        .map(Event.Racing::outcome)
        .filter(race -> failures > 0 && !failsByItsRace());
  }

  private TestRun with(Event.Racing race) {
    return new TestRun(
        test,
        engine,
        configuration,
        planned,
        trials,
        1,
        List.of(new Observation(race.trial(), race.seed(), race.outcome())),
        exploration.with(new Event.Failing(test, race.seed(), race.schedule(), race.policy())));
  }

  /** The same with its failing schedule as a token, and the interleaving of that schedule. */
  public TestRun with(String token, List<Move> interleaving) {
    return new TestRun(
        test,
        engine,
        configuration,
        planned,
        trials,
        failures,
        observations,
        exploration.with(token, interleaving));
  }
}
