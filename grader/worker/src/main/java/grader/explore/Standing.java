package grader.explore;

import grader.protocol.Effect;
import grader.protocol.Move;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How things stand after some moves, as if one had brought it all about. */
final class Standing {

  private Standing() {}

  /** What each lock, thread and variable came to in these moves. */
  static List<Effect> after(List<Move> moves) {
    Map<List<String>, Effect> latest = new LinkedHashMap<>();
    for (Move move : moves) {
      for (Effect effect : move.effects()) {
        switch (effect) {
          case Effect.Hold hold -> latest.put(List.of("hold", hold.thread(), hold.lock()), hold);
          case Effect.Turn turn -> latest.put(List.of("turn", turn.thread()), turn);
          case Effect.Access access -> latest.put(List.of("access", access.variable()), access);
          case Effect.Signal signal -> {}
          case Effect.Whimsy whimsy -> {}
          case Effect.Racing racing -> {}
          case Effect.Begin begin -> {}
          case Effect.End end -> {}
        }
      }
    }
    return latest.values().stream().filter(Standing::remains).toList();
  }

  private static boolean remains(Effect effect) {
    return !(effect instanceof Effect.Hold hold) || hold.begins();
  }
}
