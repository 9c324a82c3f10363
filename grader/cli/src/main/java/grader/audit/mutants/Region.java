package grader.audit.mutants;

import java.util.ArrayList;
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

  /** What the region has become, and how. */
  record Moved(Operator operator, String text, String label) {}

  Region {
    statements = List.copyOf(statements);
    declared = List.copyOf(declared);
    assigned = List.copyOf(assigned);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** All ways to move its bounds by one statement; each stands for its neighbours as well. */
  List<Moved> moved() {
    List<Moved> all = new ArrayList<>();
    int size = statements.size();
    if (size > 1) {
      all.add(
          moved(
              Operator.REGION_SHRUNK,
              join(before, statements.subList(0, 1)),
              statements.subList(1, size),
              after,
              "its first statement comes before it"));
      all.add(
          moved(
              Operator.REGION_SHRUNK,
              join(before, declared),
              assigned.subList(0, size - 1),
              join(assigned.subList(size - 1, size), after),
              "its last statement comes after it"));
      IntStream.range(1, size).mapToObj(this::split).forEach(all::add);
    }
    if (!before.isEmpty()) {
      all.add(
          expanded(join(before, statements), List.of(), after, "the statement before it is in it"));
    }
    if (!after.isEmpty()) {
      all.add(
          expanded(join(statements, after), before, List.of(), "the statement after it is in it"));
    }
    if (size > 1 && !before.isEmpty()) {
      all.add(
          moved(
              Operator.REGION_SHIFTED,
              declared,
              join(before, assigned.subList(0, size - 1)),
              join(assigned.subList(size - 1, size), after),
              "one statement up"));
    }
    if (size > 1 && !after.isEmpty()) {
      all.add(
          moved(
              Operator.REGION_SHIFTED,
              join(before, statements.subList(0, 1)),
              join(statements.subList(1, size), after),
              List.of(),
              "one statement down"));
    }
    return all;
  }

  private Moved expanded(List<String> inside, List<String> first, List<String> last, String label) {
    return moved(Operator.REGION_EXPANDED, first, inside, last, label);
  }

  private Moved moved(
      Operator operator, List<String> first, List<String> inside, List<String> last, String label) {
    return new Moved(operator, text(first) + around(enter, inside) + text(last), label);
  }

  private Moved split(int at) {
    String text =
        text(before)
            + text(declared)
            + around(enter, assigned.subList(0, at))
            + around(again, assigned.subList(at, assigned.size()))
            + text(after);
    return new Moved(Operator.REGION_SPLIT, text, "in two after statement " + at);
  }

  private String around(String entered, List<String> inside) {
    return entered + "\n" + text(inside) + leave + "\n";
  }

  private static List<String> join(List<String> first, List<String> last) {
    return Stream.concat(first.stream(), last.stream()).toList();
  }

  private static String text(List<String> statements) {
    return statements.stream().map(one -> one + "\n").collect(Collectors.joining());
  }
}
