package grader.explore;

import grader.explore.ExploreEngine.Simplest;
import java.util.Optional;

/**
 * Leaves out parts of a trial as long as it still fails in the same way under some schedule. The
 * schedule of the whole trial means nothing for what is left, so another one is looked for.
 */
final class FewerParts {

  private static final int MOST_PREEMPTIONS = 2;
  private static final int MOST_BOUNDED = 1_000;
  private static final int MOST_BY_CHANCE = 1_000;

  private final Rerun rerun;

  /** One more trial. */
  @FunctionalInterface
  interface Rerun {
    /** How it fails, or empty if it passes. */
    Optional<Simplest> run(long seed, Policy policy);
  }

  FewerParts(Rerun rerun) {
    this.rerun = rerun;
  }

  /**
   * The failing trial with the fewest parts that was found.
   *
   * @param count how many parts it has
   */
  Simplest of(Simplest found, int count) {
    Simplest best = found;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int part = count - 1; part >= 0; part--) {
        Optional<Simplest> without = without(part, best);
        smaller |= without.isPresent();
        best = without.orElse(best);
      }
    }
    return best;
  }

  private Optional<Simplest> without(int part, Simplest found) {
    if (!Parts.hasPart(found.seed(), part)) {
      return Optional.empty();
    }
    long seed = Parts.without(found.seed(), part);
    return bounded(seed, found).or(() -> byChance(seed, found));
  }

  private Optional<Simplest> bounded(long seed, Simplest found) {
    int runs = 0;
    for (int bound = 0; bound <= MOST_PREEMPTIONS; bound++) {
      Exhaustive policy = new Exhaustive(bound);
      do {
        if (++runs > MOST_BOUNDED) {
          return Optional.empty();
        }
        Optional<Simplest> again = alike(seed, policy, found);
        if (again.isPresent()) {
          return again;
        }
      } while (policy.advance());
    }
    return Optional.empty();
  }

  private Optional<Simplest> byChance(long seed, Simplest found) {
    for (int i = 1; i <= MOST_BY_CHANCE; i++) {
      Optional<Simplest> again = alike(seed, new RandomWalk(i), found);
      if (again.isPresent()) {
        return again;
      }
    }
    return Optional.empty();
  }

  private Optional<Simplest> alike(long seed, Policy policy, Simplest found) {
    return rerun.run(seed, policy).filter(one -> Minimiser.isLike(one, found));
  }
}
