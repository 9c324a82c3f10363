package grader.report.html;

import grader.protocol.Effect;
import grader.protocol.Move;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step that is shown, with all that has changed since the one before it.
 *
 * @param earlier what steps brought about that are not shown
 */
record Moment(Move move, List<Effect> earlier) {
  Moment {
    earlier = List.copyOf(earlier);
  }

  Stream<Effect> effects() {
    return Stream.concat(earlier.stream(), move.effects().stream());
  }

  boolean races() {
    return move.effects().stream().anyMatch(Effect.Racing.class::isInstance);
  }

  /** The threads that may go on because of it. */
  List<String> signals() {
    return only(Effect.Signal.class).map(Effect.Signal::thread).toList();
  }

  /** Whether nobody takes this step: time passes. */
  boolean isNobodys() {
    return move.thread().isEmpty();
  }

  <E extends Effect> Stream<E> only(Class<E> kind) {
    return move.effects().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** What happens, with what is otherwise only drawn. */
  String told() {
    String preempts = move.switched() ? " (preemption)" : "";
    return move.what() + preempts + (races() ? " (data race)" : "");
  }

  /** {@code 30 reads free = 0}: the source line, if there is one, and what happens. */
  String words() {
    return move.line() > 0 ? move.line() + " " + move.what() : move.what();
  }
}
