package grader.explore;

import grader.explore.ExploreEngine.Simplest;
import grader.protocol.Outcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for a schedule that fails in the same way with fewer preemptions: first among all those
 * with none, one and two; else by leaving out what can be left out (delta debugging: Zeller and
 * Hildebrandt, TSE 2002).
 */
final class Minimiser {

  private static final int MOST_PREEMPTIONS = 2;
  private static final int MOST_SEARCHED = 3_000;
  private static final int MOST_LEFT_OUT = 2_000;

  private final Function<Policy, Optional<Simplest>> rerun;
  private final Choices choices;
  private int runs;

  /**
   * @param rerun one more trial under this policy: its schedule and outcome, or empty if it passes
   */
  Minimiser(Function<Policy, Optional<Simplest>> rerun, Choices choices) {
    this.rerun = rerun;
    this.choices = choices;
  }

  Simplest simplify(Simplest found) {
    Simplest first = search(found).orElse(found);
    return leaveOut(first);
  }

  private Optional<Simplest> search(Simplest found) {
    runs = 0;
    for (int bound = 0; bound <= MOST_PREEMPTIONS; bound++) {
      Exhaustive policy = new Exhaustive(bound);
      do {
        if (++runs > MOST_SEARCHED) {
          return Optional.empty();
        }
        Optional<Simplest> again = rerun.apply(policy).filter(one -> isLike(one, found));
        if (again.isPresent()) {
          return again;
        }
      } while (policy.advance());
    }
    return Optional.empty();
  }

  private Simplest leaveOut(Simplest found) {
    runs = 0;
    Simplest best = found;
    int chunk = Math.max(1, best.schedule().size() / 2);
    while (chunk >= 1 && runs < MOST_LEFT_OUT) {
      boolean shorter = false;
      for (int first = 0; first + chunk <= best.schedule().size() && runs < MOST_LEFT_OUT; ) {
        runs++;
        Schedule candidate = best.schedule().without(first, first + chunk);
        Simplest last = best;
        Optional<Simplest> again =
            rerun
                .apply(new Script(candidate, choices))
                .filter(one -> isLike(one, found))
                .filter(one -> one.schedule().size() < last.schedule().size());
        if (again.isPresent()) {
          best = again.get();
          shorter = true;
        } else {
          first += chunk;
        }
      }
      chunk = shorter ? Math.min(chunk, Math.max(1, best.schedule().size() / 2)) : chunk / 2;
      if (best.schedule().size() == 0) {
        break;
      }
    }
    return best;
  }

  /** Whether both fail in the same way: the same bug, not the same numbers. */
  static boolean isLike(Simplest one, Simplest other) {
    return switch (one.outcome()) {
      case Outcome.Failed failed ->
          other.outcome() instanceof Outcome.Failed that
              && failed.type().equals(that.type())
              && failed.bug().equals(that.bug())
              && failed.stack().stream().findFirst().equals(that.stack().stream().findFirst());
      case Outcome.Stuck stuck ->
          other.outcome() instanceof Outcome.Stuck that && stuck.why() == that.why();
      case Outcome.Late late -> other.outcome() instanceof Outcome.Late;
      case Outcome.Died died -> false;
    };
  }
}
