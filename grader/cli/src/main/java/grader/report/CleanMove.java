package grader.report;

import grader.protocol.Effect;
import grader.protocol.Move;

/** A move whose words cannot harm whoever reads them. */
final class CleanMove {

  private CleanMove() {}

  static Move of(Move move) {
    return new Move(
        Printable.line(move.thread()),
        Printable.line(move.what()),
        Printable.line(move.file()),
        move.line(),
        move.switched(),
        move.notable(),
        move.effects().stream().map(CleanMove::of).toList());
  }

  private static Effect of(Effect effect) {
    return switch (effect) {
      case Effect.Access(String variable, String value, boolean writes) ->
          new Effect.Access(Printable.line(variable), Printable.line(value), writes);
      case Effect.Hold(String thread, String lock, boolean begins) ->
          new Effect.Hold(Printable.line(thread), Printable.line(lock), begins);
      case Effect.Turn(String thread, Thread.State state, String waitsFor) ->
          new Effect.Turn(Printable.line(thread), state, Printable.line(waitsFor));
      case Effect.Signal(String thread) -> new Effect.Signal(Printable.line(thread));
      case Effect.Begin(String call) -> new Effect.Begin(Printable.line(call));
      case Effect.End(String result) -> new Effect.End(Printable.line(result));
      case Effect.Whimsy whimsy -> whimsy;
      case Effect.Racing racing -> racing;
    };
  }
}
