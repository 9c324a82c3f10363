package grader.audit.mutants;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A critical region as text: what enters it, the statements in it, what leaves it.
 *
 * @param again enters it a second time
 * @param declared the variables of its statements, declared only
 * @param assigned its statements, where a declared variable gets its value
 * @param before the statement before it, or none
 * @param after the statement after it, or none
 */
record Region(
    String enter,
    String again,
    List<String> statements,
    List<String> declared,
    List<String> assigned,
    String leave,
    List<String> before,
    List<String> after) {

  /** What stands instead of the region and its neighbours, and what was done. */
  record Moved(Operator operator, String text, String label) {}

  Region {
    statements = List.copyOf(statements);
    declared = List.copyOf(declared);
    assigned = List.copyOf(assigned);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** All ways to move its bounds by one statement, and to leave it and enter it again. */
  List<Moved> moved() {
    return Stream.of(shrunk(), split(), expanded(), shifted()).flatMap(ways -> ways).toList();
  }

  private Stream<Moved> shrunk() {
    return isOne()
        ? Stream.empty()
        : Stream.of(
            moved(
                Operator.REGION_SHRUNK,
                join(before, first(statements)),
                withoutFirst(statements),
                after,
                "its first statement comes before it"),
            moved(
                Operator.REGION_SHRUNK,
                join(before, declared),
                withoutLast(assigned),
                join(last(assigned), after),
                "its last statement comes after it"));
  }

  private Stream<Moved> expanded() {
    Stream<Moved> up =
        before.stream()
            .map(one ->
                moved(
                    Operator.REGION_EXPANDED,
                    List.of(),
                    join(before, statements),
                    after,
                    "the statement before it is in it"));
    Stream<Moved> down =
        after.stream()
            .map(one ->
                moved(
                    Operator.REGION_EXPANDED,
                    before,
                    join(statements, after),
                    List.of(),
                    "the statement after it is in it"));
    return Stream.concat(up, down);
  }

  private Stream<Moved> shifted() {
    if (isOne()) {
      return Stream.empty();
    }
    Stream<Moved> up =
        before.stream()
            .map(one ->
                moved(
                    Operator.REGION_SHIFTED,
                    declared,
                    join(before, withoutLast(assigned)),
                    join(last(assigned), after),
                    "one statement up"));
    Stream<Moved> down =
        after.stream()
            .map(one ->
                moved(
                    Operator.REGION_SHIFTED,
                    join(before, first(statements)),
                    join(withoutFirst(statements), after),
                    List.of(),
                    "one statement down"));
    return Stream.concat(up, down);
  }

  private Stream<Moved> split() {
    return IntStream.range(1, statements.size()).mapToObj(this::splitAfter);
  }

  private Moved splitAfter(int count) {
    String text =
        text(before)
            + text(declared)
            + around(enter, assigned.subList(0, count))
            + around(again, assigned.subList(count, assigned.size()))
            + text(after);
    return new Moved(Operator.REGION_SPLIT, text, "in two after statement " + count);
  }

  private Moved moved(
      Operator operator, List<String> first, List<String> inside, List<String> last, String label) {
    return new Moved(operator, text(first) + around(enter, inside) + text(last), label);
  }

  private boolean isOne() {
    return statements.size() < 2;
  }

  private String around(String entered, List<String> inside) {
    return entered + "\n" + text(inside) + leave + "\n";
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, 1);
  }

  private static List<String> withoutFirst(List<String> all) {
    return all.subList(1, all.size());
  }

  private static List<String> last(List<String> all) {
    return all.subList(all.size() - 1, all.size());
  }

  private static List<String> withoutLast(List<String> all) {
    return all.subList(0, all.size() - 1);
  }

  private static List<String> join(List<String> first, List<String> last) {
    return Stream.concat(first.stream(), last.stream()).toList();
  }

  private static String text(List<String> statements) {
    return statements.stream().map(one -> one + "\n").collect(Collectors.joining());
  }
}
