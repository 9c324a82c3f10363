package grader.diagnose;

import grader.protocol.Effect;
import grader.protocol.Move;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How threads used the same variables in one interleaving, where one came in between another. */
final class Accesses {

  private final List<Move> moves;
  private final List<Access> all;

  /**
   * @param own whether a source file counts
   */
  Accesses(List<Move> moves, Predicate<String> own) {
    this.moves = moves;
    this.all =
        IntStream.range(0, moves.size())
            .filter(i -> own.test(moves.get(i).file()))
            .mapToObj(i -> Access.of(i, moves.get(i)))
            .flatMap(Optional::stream)
            .toList();
  }

  /** A thread reads or writes a variable with its move of this number. */
  private record Access(int at, Move move, String variable, String value, boolean writes) {

    static Optional<Access> of(int at, Move move) {
      return move.effects().stream()
          .flatMap(effect ->
              effect instanceof Effect.Access(String variable, String value, boolean writes)
                  ? Stream.of(new Access(at, move, variable, value, writes))
                  : Stream.empty())
          .findFirst();
    }

    boolean isBySameThread(Access other) {
      return move.thread().equals(other.move.thread());
    }

    boolean isOfSameVariable(Access other) {
      return variable.equals(other.variable);
    }

    boolean isBeside(Access other) {
      return object().equals(other.object()) && !isOfSameVariable(other);
    }

    /** Of objects only the class is known, so they may always differ. */
    boolean differsFrom(Access other) {
      return !value.equals(other.value) || value.startsWith("a ") || value.startsWith("an ");
    }

    private String object() {
      return variable.substring(0, Math.max(0, variable.lastIndexOf('.')));
    }

    String words() {
      String name = variable.substring(variable.lastIndexOf('.') + 1);
      return "%s %s %s = %s in line %d"
          .formatted(move.thread(), writes ? "writes" : "reads", name, value, move.line());
    }
  }

  /** A thread writes a variable that another one has written since it looked at it last. */
  Optional<String> lostWrite() {
    return first(
        Access::writes,
        write ->
            lastBefore(write, one -> one.isBySameThread(write) && one.isOfSameVariable(write))
                .filter(one -> !one.writes())
                .flatMap(read -> interrupted(read, write, "as if nothing had happened.")));
  }

  /**
   * The same, but it looked in order to decide, on another line. If it has let go of a lock in
   * between, the two may as well be two calls: the last such write before the failure is likely
   * not.
   */
  Optional<String> outdatedCheck() {
    return first(
            Access::writes,
            write ->
                outdatedCheck(write)
                    .filter(read -> !unlocks(read, write))
                    .flatMap(read -> becauseOf(read, write)))
        .or(() ->
            all.reversed().stream()
                .filter(Access::writes)
                .flatMap(
                    write -> outdatedCheck(write).flatMap(read -> becauseOf(read, write)).stream())
                .findFirst());
  }

  private Optional<Access> outdatedCheck(Access write) {
    return lastBefore(
            write,
            one ->
                one.isBySameThread(write)
                    && one.isOfSameVariable(write)
                    && one.move().line() != write.move().line())
        .filter(one -> !one.writes());
  }

  private Optional<String> becauseOf(Access read, Access write) {
    return interrupted(read, write, "because of what it saw at first.");
  }

  /** A thread comes back to what it has written, and finds what another one has made of it. */
  Optional<String> foreignValue() {
    return first(
        read -> !read.writes(),
        read ->
            lastBefore(read, one -> one.isBySameThread(read) && one.isOfSameVariable(read))
                .filter(one -> one.writes() && !unlocks(one, read))
                .flatMap(write -> interrupted(write, read, "not what it had written itself.")));
  }

  /** A thread reads two variables of an object; another one has written only the first of them. */
  Optional<String> halfWritten() {
    return first(
        Access::writes,
        write ->
            lastBefore(write, one -> one.isBySameThread(write) && one.writes())
                .filter(write::isBeside)
                .flatMap(one ->
                    between(one, write)
                        .filter(read -> !read.writes() && !read.isBySameThread(write))
                        .filter(read -> read.isOfSameVariable(write) && readToo(read, one, write))
                        .findFirst()
                        .map(read -> story(one, read, write, "which is too late."))));
  }

  /** Whether the one who reads one of the two reads the other one, too. */
  private boolean readToo(Access read, Access from, Access to) {
    return between(from, to)
        .anyMatch(other -> other.isBySameThread(read) && other.isOfSameVariable(from));
  }

  /** A thread reads two variables of an object; in between, another one has written both. */
  Optional<String> halfRead() {
    return first(
        read -> !read.writes(),
        read ->
            lastBefore(
                    read,
                    one ->
                        one.isBySameThread(read)
                            && !one.writes()
                            && one.isBeside(read)
                            && change(read, one, read).isPresent())
                .flatMap(one -> interrupted(one, read, "which does not belong to the first.")));
  }

  private Optional<String> interrupted(Access before, Access after, String end) {
    return change(before, before, after).map(change -> story(before, change, after, end));
  }

  private static String story(Access first, Access second, Access third, String end) {
    return "%s. Then %s. After that, %s, %s"
        .formatted(first.words(), second.words(), third.words(), end);
  }

  private Optional<String> first(
      Predicate<Access> which, Function<Access, Optional<String>> story) {
    return all.stream().filter(which).map(story).flatMap(Optional::stream).findFirst();
  }

  private Optional<Access> lastBefore(Access end, Predicate<Access> which) {
    return all.stream()
        .filter(one -> one.at() < end.at() && which.test(one))
        .reduce((earlier, later) -> later);
  }

  /** Which other thread has given this variable another value between the two. */
  private Optional<Access> change(Access of, Access from, Access to) {
    return between(from, to)
        .filter(one -> one.writes() && one.isOfSameVariable(of) && !one.isBySameThread(of))
        .reduce((earlier, later) -> later)
        .filter(one -> !one.isOfSameVariable(from) || one.differsFrom(from));
  }

  private Stream<Access> between(Access from, Access to) {
    return all.stream().filter(one -> one.at() > from.at() && one.at() < to.at());
  }

  /** Whether the thread lets go of a lock between the two: then they are two calls. */
  private boolean unlocks(Access from, Access to) {
    return moves.subList(from.at(), to.at()).stream()
        .flatMap(move -> move.effects().stream())
        .anyMatch(effect ->
            effect instanceof Effect.Hold(String thread, String lock, boolean begins)
                && !begins
                && thread.equals(from.move().thread()));
  }
}
