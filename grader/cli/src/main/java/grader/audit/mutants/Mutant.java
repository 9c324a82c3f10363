package grader.audit.mutants;

/**
 * A source of a solution with one small change.
 *
 * @param file its path below the solution's folder
 * @param line where the change begins, counted from 1
 * @param before the changed lines as they were, in one line
 * @param after the changed lines as they are now, or what was done to them
 * @param text the whole source
 */
public record Mutant(
    String file, int line, Operator operator, String before, String after, String text) {

  private static final int MOST_CHARACTERS = 120;

  static Mutant of(String file, String text, Change change) {
    int from = text.lastIndexOf('\n', change.start() - 1) + 1;
    int end = text.indexOf('\n', Math.max(change.start(), change.end() - 1));
    int to = end < 0 ? text.length() : end;
    String mutated = change.appliedTo(text);
    String after = mutated.substring(from, mutated.length() - (text.length() - to));
    return new Mutant(
        file,
        (int) text.substring(0, change.start()).lines().count() + (change.start() == from ? 1 : 0),
        change.operator(),
        inOneLine(text.substring(from, to)),
        change.label().isEmpty() ? inOneLine(after) : change.label(),
        mutated);
  }

  /** What names it among the mutants of a solution. */
  public String id() {
    String source = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
    return "%s:%d %s: %s".formatted(source, line, operator.slug(), after);
  }

  private static String inOneLine(String lines) {
    String text = lines.strip().replaceAll("\\s+", " ");
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + " ...";
  }
}
