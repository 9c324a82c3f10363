package grader.linearize;

import grader.testkit.Actor;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs a program in a trial and judges what was seen. For one trial. */
final class Execution<T, S> {

  private final Specification<T, S> specification;
  private final Program<T, S> program;
  private final Trial trial;
  private final T object;
  private final List<Call<T, S>> before;
  private final List<List<Call<T, S>>> threads = new ArrayList<>();
  private final List<Call<T, S>> afterwards;
  private final Map<Integer, Actor<Void>> actors = new TreeMap<>();

  // Volatile: set by the directing thread, read by those that are to end.
  private volatile boolean over;

  Execution(Specification<T, S> specification, Program<T, S> program, Trial trial, T object) {
    this.specification = specification;
    this.program = program;
    this.trial = trial;
    this.object = object;
    this.before = calls(program.before(), "before");
    this.afterwards = calls(specification.afterwards(), "afterwards");
    for (List<Operation<T, S>> operations : program.threads()) {
      threads.add(calls(operations, "T" + (threads.size() + 1)));
    }
  }

  private static <T, S> List<Call<T, S>> calls(List<Operation<T, S>> operations, String thread) {
    return operations.stream().map(one -> new Call<>(one, thread)).toList();
  }

  void run() {
    before.forEach(call -> call.perform(object, trial));
    for (int i = 0; i < threads.size(); i++) {
      List<Call<T, S>> calls = threads.get(i);
      if (!calls.isEmpty()) {
        actors.put(i, trial.actor(calls.getFirst().thread(), () -> perform(calls)));
      }
    }
    Actor<Void> interrupted = actors.get(program.interrupted());
    if (interrupted != null) {
      trial.actor("interrupter", () -> interrupt(interrupted));
    }
    trial.start();
    if (specification.isInterruptible()) {
      endWhatWaits();
    }
    trial.join();
    afterwards.forEach(call -> call.perform(object, trial));
    requireOrder();
    requireReasons();
  }

  private void perform(List<Call<T, S>> calls) {
    for (Call<T, S> call : calls) {
      if (!over) {
        call.perform(object, trial);
      }
    }
  }

  private void interrupt(Actor<Void> actor) {
    trial.point();
    actor.interrupt();
  }

  /** Somebody may wait for ever: for good reason, or because nobody has woken him. */
  private void endWhatWaits() {
    trial.settle();
    trial.eventually("every call has ended that need not wait", this::waitsAreJustified);
    over = true;
    actors.values().stream().filter(actor -> !actor.hasEnded()).forEach(Actor::interrupt);
  }

  private boolean waitsAreJustified() {
    requireOrder();
    return specification.explanation(entries(), true).isFound();
  }

  private void requireOrder() {
    List<Entry<S>> entries = entries();
    Explanation<S> explanation = specification.explanation(entries, false);
    if (!explanation.isFound()) {
      throw new AssertionError(
          "No order of these calls, "
              + specification.wantedOrder()
              + ", explains what they returned.\n\n"
              + new History(entries)
              + "\n\n"
              + explanation.words());
    }
  }

  /** An interrupt ends one call at most. */
  private void requireReasons() {
    for (int i = 0; i < threads.size(); i++) {
      long ended = threads.get(i).stream().filter(Call::wasInterrupted).count();
      int sent = (program.interrupted() == i ? 1 : 0) + (over ? 1 : 0);
      if (ended > sent) {
        throw new AssertionError(
            "More calls threw InterruptedException than there were interrupts.\n\n"
                + new History(entries()));
      }
    }
  }

  /**
   * All calls that have begun, while they may go on. Ends are read before begins: so a call that
   * has had an effect on one that ended is among them.
   */
  private List<Entry<S>> entries() {
    List<Call<T, S>> calls =
        Stream.of(before.stream(), threads.stream().flatMap(List::stream), afterwards.stream())
            .flatMap(some -> some)
            .toList();
    List<Integer> ends = calls.stream().map(Call::end).toList();
    List<Entry<S>> entries = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      calls.get(i).entry(ends.get(i)).ifPresent(entries::add);
    }
    return entries;
  }
}
