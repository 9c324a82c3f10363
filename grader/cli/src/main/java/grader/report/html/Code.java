package grader.report.html;

import java.util.List;
import java.util.Set;

/**
 * A source file as it was when the trial ran.
 *
 * @param number from 0
 * @param touched the lines, from 1, that the shown steps mention
 */
public record Code(int number, String file, List<String> lines, Set<Integer> touched) {
  public Code {
    lines = List.copyOf(lines);
    touched = Set.copyOf(touched);
  }

  String kindOf(int line) {
    return touched.contains(line) ? "l touched" : "l";
  }
}
