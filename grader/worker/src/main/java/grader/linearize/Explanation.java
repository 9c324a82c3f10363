package grader.linearize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for an order of the calls of a history in which the model gives their results: Wing and
 * Gong (JPDC 1993), remembering what was tried in vain (Lowe, Concurrency and Computation 2017).
 *
 * @param <S> the states of the model
 */
final class Explanation<S> {

  private final List<Step<S>> steps;
  private final boolean atRest;
  private final S first;
  private final Set<Place<S>> inVain = new HashSet<>();
  private final List<Step<S>> path = new ArrayList<>();
  private List<Step<S>> furthest = List.of();
  private S furthestState;

  /**
   * Where the search is.
   *
   * @param seen the states that the calls under way have looked at, by their number
   */
  private record Place<S>(long taken, S state, Map<Integer, List<S>> seen) {}

  /**
   * @param first state of the model
   * @param atRest whether a call that has not ended must have a reason to wait; if not, it may or
   *     may not have taken effect
   */
  Explanation(List<Step<S>> steps, S first, boolean atRest) {
    if (steps.size() >= Long.SIZE) {
      throw new IllegalArgumentException("fewer than 64 steps, please, not " + steps.size());
    }
    this.steps = steps;
    this.atRest = atRest;
    this.first = first;
    this.furthestState = first;
  }

  /** Whether there is such an order. */
  boolean isFound() {
    return isFound(new Place<>(0, first, Map.of()));
  }

  private boolean isFound(Place<S> place) {
    if (path.size() > furthest.size()) {
      furthest = List.copyOf(path);
      furthestState = place.state();
    }
    if (isEnd(place)) {
      return true;
    }
    if (!inVain.add(place)) {
      return false;
    }
    for (Step<S> step : steps) {
      if (step.isNextAfter(place.taken()) && isFoundBehind(step, place)) {
        return true;
      }
    }
    return false;
  }

  private boolean isEnd(Place<S> place) {
    for (Step<S> step : steps) {
      boolean taken = (place.taken() & step.bit()) != 0;
      if (!taken && !(step.entry().isPending() && mayStay(step, place.state()))) {
        return false;
      }
    }
    return true;
  }

  private boolean mayStay(Step<S> step, S state) {
    return !atRest || step.effect(state).isWaiting();
  }

  private boolean isFoundBehind(Step<S> step, Place<S> place) {
    if (atRest && step.entry().isPending()) {
      return false;
    }
    path.add(step);
    boolean found =
        switch (step.part()) {
          case EFFECT -> isFoundAfterEffect(step, place);
          case BEGIN -> {
            Map<Integer, List<S>> seen = new TreeMap<>(place.seen());
            seen.put(step.number(), List.of(place.state()));
            yield isFound(new Place<>(place.taken() | step.bit(), place.state(), seen));
          }
          case END -> {
            Map<Integer, List<S>> seen = new TreeMap<>(place.seen());
            List<S> states = Objects.requireNonNull(seen.remove(step.number() - 1));
            yield step.fits(states)
                && isFound(new Place<>(place.taken() | step.bit(), place.state(), seen));
          }
        };
    path.removeLast();
    return found;
  }

  private boolean isFoundAfterEffect(Step<S> step, Place<S> place) {
    Result seen = step.entry().result();
    for (Effect.Way<S> way : step.effect(place.state()).ways()) {
      if ((seen == null || way.result().allows(seen))
          && isFound(
              new Place<>(
                  place.taken() | step.bit(), way.next(), alsoSeen(place.seen(), way.next())))) {
        return true;
      }
    }
    return false;
  }

  private static <S> Map<Integer, List<S>> alsoSeen(Map<Integer, List<S>> seen, S state) {
    if (seen.isEmpty()) {
      return seen;
    }
    Map<Integer, List<S>> all = new TreeMap<>();
    seen.forEach((looking, states) -> {
      List<S> longer = new ArrayList<>(states);
      longer.add(state);
      all.put(looking, longer);
    });
    return all;
  }

  /** What explains the most, and why nothing can come next. */
  String words() {
    long taken = furthest.stream().mapToLong(Step::bit).sum();
    StringBuilder words = new StringBuilder();
    if (taken != 0) {
      words.append("This order explains the most of them:");
      furthest.stream()
          .filter(step -> step.part() != Step.Part.BEGIN)
          .map(Step::entry)
          .forEach(call -> words.append("\n  ").append(call.thread()).append(": ").append(call));
      words.append('\n');
    }
    words.append("What does not fit ").append(taken == 0 ? "is this:" : "then:");
    steps.stream()
        .filter(step -> step.isNextAfter(taken))
        .forEach(step -> words.append("\n  ").append(step.objection(furthestState)));
    return words.toString();
  }
}
