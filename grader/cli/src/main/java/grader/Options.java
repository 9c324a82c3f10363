package grader;

import grader.protocol.Engine;
import java.time.Duration;
import java.util.Set;

/**
 * How to grade.
 *
 * @param seed all randomness of the check is a function of it
 * @param engines which engines may run
 */
public record Options(Profile profile, Duration budget, long seed, Set<Engine> engines) {
  public Options {
    engines = Set.copyOf(engines);
  }

  /** The same with other engines. */
  public Options with(Set<Engine> others) {
    return new Options(profile, budget, seed, others);
  }

  /** The same with another profile. */
  public Options as(Profile other) {
    return new Options(other, budget, seed, engines);
  }

  /** The same with another seed. */
  public Options under(long other) {
    return new Options(profile, budget, other, engines);
  }
}
