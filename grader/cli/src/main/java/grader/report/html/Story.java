package grader.report.html;

import grader.protocol.Effect;
import grader.protocol.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A trial as it is drawn.
 *
 * @param threads those that take steps, in the order of their beginning
 * @param locks in the order in which they were first taken
 */
public record Story(List<String> threads, List<String> locks, List<Moment> moments) {
  public Story {
    threads = List.copyOf(threads);
    locks = List.copyOf(locks);
    moments = List.copyOf(moments);
  }

  /** The story of these moves; what the others have changed is told by the next one shown. */
  static Story of(List<Move> moves, Predicate<Move> shown) {
    List<Moment> moments = new ArrayList<>();
    List<Effect> carried = new ArrayList<>();
    for (Move move : moves) {
      if (shown.test(move)) {
        moments.add(new Moment(move, carried));
        carried.clear();
      } else {
        move.effects().stream().filter(Story::lasts).forEach(carried::add);
      }
    }
    return new Story(threads(moments), locks(moments), moments);
  }

  private static boolean lasts(Effect effect) {
    return switch (effect) {
      case Effect.Hold hold -> true;
      case Effect.Turn turn -> true;
      case Effect.Access access -> true;
      case Effect.Signal signal -> false;
      case Effect.Whimsy whimsy -> false;
      case Effect.Racing racing -> false;
      case Effect.Begin begin -> false;
      case Effect.End end -> false;
    };
  }

  private static List<String> threads(List<Moment> moments) {
    List<String> moving =
        moments.stream()
            .map(moment -> moment.move().thread())
            .filter(thread -> !thread.isEmpty())
            .distinct()
            .toList();
    Stream<String> started =
        moments.stream()
            .flatMap(Moment::effects)
            .filter(Effect.Turn.class::isInstance)
            .map(effect -> ((Effect.Turn) effect).thread());
    return Stream.concat(started.filter(moving::contains), moving.stream()).distinct().toList();
  }

  private static List<String> locks(List<Moment> moments) {
    return moments.stream()
        .flatMap(Moment::effects)
        .filter(Effect.Hold.class::isInstance)
        .map(effect -> ((Effect.Hold) effect).lock())
        .distinct()
        .toList();
  }

  int size() {
    return moments.size();
  }

  boolean isEmpty() {
    return threads.isEmpty();
  }
}
