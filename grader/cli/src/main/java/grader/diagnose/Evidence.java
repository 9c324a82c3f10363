package grader.diagnose;

import grader.protocol.Effect;
import grader.protocol.Move;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.testkit.Bug;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a failing trial says for a diagnosis, in a few sentences with the names and lines of the
 * submission. It never decides what the diagnosis is.
 */
final class Evidence {

  private static final int MANY_STEPS = 20;

  private final List<Move> moves;
  private final Predicate<String> own;

  /**
   * @param moves the interleaving of the trial, or none if it was not replayed
   * @param own whether a source file is one of the submission's
   */
  Evidence(List<Move> moves, Predicate<String> own) {
    this.moves = moves;
    this.own = own;
  }

  /** What led to a failure; empty if its message says more. */
  Optional<String> of(Bug bug) {
    Accesses accesses = new Accesses(moves, own);
    return switch (bug) {
      case LOST_UPDATE -> accesses.lostWrite().or(accesses::foreignValue);
      case CHECK_THEN_ACT -> accesses.lostWrite().or(accesses::outdatedCheck);
      case TORN_STATE -> accesses.halfWritten().or(accesses::halfRead);
      case UNGUARDED_WAIT -> wakeUp();
      case BUSY_WAIT -> circle();
      default -> Optional.empty();
    };
  }

  /** Who waits for what, and what was the last that could have helped. */
  String of(Outcome.Stuck stuck) {
    return switch (stuck.why()) {
      case CYCLE ->
          stuck.threads().stream()
              .filter(thread -> !thread.heldBy().isEmpty())
              .map(thread -> place(thread, "waits") + forHolder(thread))
              .collect(Collectors.joining("; ", "", "."));
      case SPINNING ->
          stuck.threads().stream()
              .filter(thread -> thread.state().equals("RUNNABLE") && !thread.stack().isEmpty())
              .map(thread -> place(thread, "runs in circles"))
              .collect(Collectors.joining("; ", "", "."));
      case NOBODY_LEFT ->
          nobodyLeft(stuck.threads())
              + lastInterrupt().or(this::lastNotify).map(" "::concat).orElse("");
    };
  }

  private String nobodyLeft(List<ThreadReport> threads) {
    List<ThreadReport> waiting =
        threads.stream().filter(thread -> !thread.stack().isEmpty()).toList();
    List<ThreadReport> inside =
        waiting.stream().filter(thread -> thread.stack().stream().anyMatch(this::isOwn)).toList();
    return (inside.isEmpty() ? waiting : inside)
        .stream()
            .map(thread -> place(thread, "waits") + forHolder(thread))
            .collect(Collectors.joining("; ", "", ", and nobody is left to wake them."));
  }

  private static String forHolder(ThreadReport thread) {
    return thread.heldBy().isEmpty() ? "" : " for a lock that " + thread.heldBy() + " holds";
  }

  /** Where in the submission, if it is there. */
  private String place(ThreadReport thread, String does) {
    return thread.stack().stream()
        .filter(this::isOwn)
        .findFirst()
        .or(() -> thread.stack().stream().findFirst())
        .map(frame -> thread.name() + " " + does + " at " + frame)
        .orElse(thread.name() + " " + does);
  }

  private boolean isOwn(String frame) {
    return own.test(frame.substring(0, Math.max(0, frame.indexOf(':'))));
  }

  /** Somebody was interrupted, and waits on. */
  private Optional<String> lastInterrupt() {
    return last(move -> move.what().startsWith("interrupts ")).stream()
        .boxed()
        .flatMap(interrupt ->
            signalled(moves.get(interrupt)).stream()
                .flatMap(thread -> after(interrupt, thread))
                .filter(Evidence::blocks)
                .map(move ->
                    "%s was interrupted and waits again in line %d."
                        .formatted(move.thread(), move.line())))
        .findFirst();
  }

  private static boolean blocks(Move move) {
    return move.what().startsWith("waits") || move.what().equals("is blocked");
  }

  private Optional<String> lastNotify() {
    return last(move -> own.test(move.file()) && wakes(move)).stream()
        .mapToObj(moves::get)
        .map(move ->
            "The last to wake anybody was %s in line %d: %s."
                .formatted(
                    move.thread(),
                    move.line(),
                    signalled(move).map("it woke "::concat).orElse("nobody waited then")))
        .findFirst();
  }

  private static boolean wakes(Move move) {
    return move.what().equals("nobody waits here")
        || move.what().startsWith("notifies ")
        || (move.what().startsWith("wakes ") && signalled(move).isPresent());
  }

  private static Optional<String> signalled(Move move) {
    return move.effects().stream()
        .flatMap(effect ->
            effect instanceof Effect.Signal(String thread) ? Stream.of(thread) : Stream.empty())
        .findFirst();
  }

  /** Somebody woke up, best without a notify, and went on. */
  private Optional<String> wakeUp() {
    return wakeUp("wakes up", "although nobody has notified it")
        .or(() -> wakeUp("wakes up, notified", "because of a notify"));
  }

  private Optional<String> wakeUp(String what, String why) {
    return last(move -> own.test(move.file()) && move.what().equals(what)).stream()
        .boxed()
        .map(wakes -> {
          Move woken = moves.get(wakes);
          String next =
              after(wakes, woken.thread())
                  .filter(move -> move.line() != woken.line())
                  .findFirst()
                  .map(move -> "goes on in line " + move.line())
                  .orElse("goes on");
          return "%s wakes up in line %d %s, and %s."
              .formatted(woken.thread(), woken.line(), why, next);
        })
        .findFirst();
  }

  /** Somebody takes step after step on the same few lines. */
  private Optional<String> circle() {
    List<Move> late =
        moves.subList(moves.size() / 2, moves.size()).stream()
            .filter(move -> own.test(move.file()))
            .toList();
    return late.stream().collect(Collectors.groupingBy(Move::thread)).values().stream()
        .filter(steps -> steps.size() > MANY_STEPS)
        .max(Comparator.comparingInt(List::size))
        .map(steps -> {
          IntSummaryStatistics lines = steps.stream().mapToInt(Move::line).summaryStatistics();
          return "The last %d steps of %s are all in lines %d to %d: it %s."
              .formatted(
                  steps.size(),
                  steps.getFirst().thread(),
                  lines.getMin(),
                  lines.getMax(),
                  steps.stream().anyMatch(Evidence::blocks)
                      ? "sleeps a little, looks, and sleeps again"
                      : "never blocks");
        });
  }

  private Stream<Move> after(int first, String thread) {
    return moves.subList(first, moves.size()).stream()
        .filter(move -> move.thread().equals(thread) && own.test(move.file()));
  }

  private OptionalInt last(Predicate<Move> which) {
    return IntStream.range(0, moves.size())
        .filter(i -> which.test(moves.get(i)))
        .reduce((earlier, later) -> later);
  }
}
