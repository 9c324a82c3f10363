package grader.linearize;

import java.util.ArrayList;
import java.util.List;

/**
 * A step of an explanation: a call takes effect, or one that looks for a while begins or ends.
 *
 * @param number its place in the list of all steps; that of an end follows that of its begin
 * @param after the steps that must come before it, as bits
 */
record Step<S>(int number, Entry<S> entry, Part part, long after) {

  enum Part {
    EFFECT,
    BEGIN,
    END
  }

  /** All steps of the calls that can have done something. */
  static <S> List<Step<S>> of(List<Entry<S>> all, Consistency consistency) {
    List<Entry<S>> entries = all.stream().filter(Step::counts).toList();
    List<Step<S>> steps = new ArrayList<>();
    for (Entry<S> entry : entries) {
      if (entry.operation() instanceof Operation.Atomic) {
        add(steps, entry, Part.EFFECT);
      } else {
        add(steps, entry, Part.BEGIN);
        add(steps, entry, Part.END);
      }
    }
    return steps.stream().map(step -> step.ordered(steps, entries, consistency)).toList();
  }

  /** An interrupted call changes nothing, and neither does one that only looks. */
  private static boolean counts(Entry<?> entry) {
    boolean atomic = entry.operation() instanceof Operation.Atomic;
    return !entry.isInterrupted() && (atomic || !entry.isPending());
  }

  private static <S> void add(List<Step<S>> steps, Entry<S> entry, Part part) {
    steps.add(new Step<>(steps.size(), entry, part, 0));
  }

  private Step<S> ordered(List<Step<S>> steps, List<Entry<S>> entries, Consistency consistency) {
    if (part == Part.END) {
      return new Step<>(number, entry, part, 1L << (number - 1));
    }
    long before = 0;
    for (Step<S> other : steps) {
      if (other.part != Part.BEGIN && consistency.orders(other.entry, entry, entries)) {
        before |= other.bit();
      }
    }
    return new Step<>(number, entry, part, before);
  }

  long bit() {
    return 1L << number;
  }

  /** Whether it may come next, when these have been taken. */
  boolean isNextAfter(long taken) {
    return (taken & bit()) == 0 && (after & ~taken) == 0;
  }

  /** What the model says, if this is the step at which a call takes effect. */
  Effect<S> effect(S state) {
    return entry.operation() instanceof Operation.Atomic<?, S> atomic
        ? atomic.effect().apply(state)
        : Effect.waits();
  }

  /** Whether a call that has looked at these states may have seen what it returned. */
  boolean fits(List<S> states) {
    return entry.operation() instanceof Operation.Looking<?, S> looking
        && entry.result() instanceof Result.Returned(Object value)
        && looking.glimpse().explains(states, value);
  }

  /** Why it cannot come next. */
  String objection(S state) {
    String seen = entry.thread() + ": " + entry + (entry.isPending() ? " waits" : "");
    if (part != Part.EFFECT) {
      return seen + ", and that does not fit what was there meanwhile";
    }
    List<String> allowed = effect(state).ways().stream().map(way -> "" + way.result()).toList();
    return seen + ", expected: " + (allowed.isEmpty() ? "waits" : String.join(" or ", allowed));
  }
}
