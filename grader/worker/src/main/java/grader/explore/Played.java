package grader.explore;

import grader.protocol.Event;
import grader.protocol.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows what somebody has chosen, turn by turn, and ends the trial where the next turn is theirs.
 * The adversary stays out of it.
 */
final class Played implements Policy {

  private final List<Turn> turns;
  private final Predicate<Task> isOwn;
  private final Function<Task, Event.Option> described;
  private final List<Event.Option> options = new ArrayList<>();
  private int next;
  private @Nullable Task further;

  /**
   * @param isOwn whether the step that a task is about to take is one of the submission
   * @param described what a task does when it goes on
   */
  Played(List<Turn> turns, Predicate<Task> isOwn, Function<Task, Event.Option> described) {
    this.turns = turns;
    this.isOwn = isOwn;
    this.described = described;
  }

  /** Between what the next turn is; empty if the trial came to its end. */
  List<Event.Option> options() {
    return options;
  }

  @Override
  public String name() {
    return "played";
  }

  @Override
  public void begin(long seed, int length) {
    next = 0;
    further = null;
    options.clear();
  }

  @Override
  public Task atPoint(Task running, Task[] ready, int count) {
    return running == further || !isOwn.test(running) ? running : turn(ready, count);
  }

  @Override
  public Task next(Task[] ready, int count, Task usual) {
    return turn(ready, count);
  }

  @Override
  public Task wake(Task[] waiting, int count) {
    return waiting[0];
  }

  @Override
  public boolean gives(Whim whim) {
    return false;
  }

  private Task turn(Task[] ready, int count) {
    further = null;
    if (count == 1) {
      return ready[0];
    }
    Turn turn = options.isEmpty() && next < turns.size() ? turns.get(next++) : null;
    for (int i = 0; turn != null && i < count; i++) {
      if (ready[i].id == turn.thread()) {
        further = turn.further() ? ready[i] : null;
        return ready[i];
      }
    }
    if (options.isEmpty()) {
      for (int i = 0; i < count; i++) {
        options.add(described.apply(ready[i]));
      }
    }
    throw new NotRepeatable();
  }
}
