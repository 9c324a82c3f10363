package grader;

import grader.inspect.HiddenTest;
import grader.protocol.Engine;
import grader.run.Configuration;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How to grade. How often a test is tried depends on these alone, never on time.
 *
 * @param detect what must be found, whatever the profile
 * @param budget the time after which the check gives up
 * @param seed all randomness of the check is a function of it
 * @param engines which engines may run
 * @param scan whether a submission is refused that uses what is not on the list of what is allowed
 */
public record Options(
    Profile profile,
    Optional<Detection> detect,
    Duration budget,
    long seed,
    Set<Engine> engines,
    boolean scan) {

  public Options {
    engines = Set.copyOf(engines);
  }

  /** With the scan. */
  public Options(
      Profile profile,
      Optional<Detection> detect,
      Duration budget,
      long seed,
      Set<Engine> engines) {
    this(profile, detect, budget, seed, engines, true);
  }

  /** Schedules of a test under explore; half of them may go to the exhaustive search. */
  public int schedules() {
    return Math.max(profile.schedules(), 2 * detected());
  }

  /** Trials of a test on real threads, in one of the profile's configurations. */
  public int trials(HiddenTest test, Configuration configuration) {
    int usual = profile.trials() * configuration.share() / 100 * test.share() / 100;
    return Math.max(Math.max(1, usual), shareOf(configuration, detected()));
  }

  /** Rounded up: together they are not less. */
  private static int shareOf(Configuration configuration, int trials) {
    return Math.ceilDiv(Math.multiplyExact(trials, configuration.share()), 100);
  }

  private int detected() {
    return detect.map(Detection::trials).orElse(0);
  }

  /** The same with other engines. */
  public Options with(Set<Engine> others) {
    return new Options(profile, detect, budget, seed, others, scan);
  }

  /** The same with another profile. */
  public Options as(Profile other) {
    return new Options(other, detect, budget, seed, engines, scan);
  }

  /** The same with another seed. */
  public Options under(long other) {
    return new Options(profile, detect, budget, other, engines, scan);
  }
}
