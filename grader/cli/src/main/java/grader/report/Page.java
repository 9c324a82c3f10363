package grader.report;

import java.util.List;
import java.util.regex.Pattern;

/** Lays lines out in a style; whatever is written on it comes out harmless. */
final class Page {

  /** {@code ##[error]}, {@code ##vso[task.complete]}, {@code ##teamcity[...]}. */
  private static final Pattern CI_COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  Page(Style style) {
    this.style = style;
  }

  /** A line with a gap before it. */
  void heading(String words) {
    blank();
    row(Tint.STRONG, Columns.cut(clean(words), style.width()), "");
  }

  void blank() {
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  /** As many lines as it takes, each with this indent. */
  void paragraph(int indent, String words) {
    String margin = " ".repeat(indent);
    for (String line : Columns.wrap(clean(words), style.width() - indent)) {
      row(Tint.NONE, "", margin + line);
    }
  }

  /** What somebody else wrote: its first few lines, each after this margin. */
  void excerpt(String margin, String words, int most) {
    List<String> lines =
        Printable.lines(words).stream()
            .flatMap(line -> Columns.wrap(clean(line), style.width() - margin.length()).stream())
            .toList();
    lines.stream().limit(most).forEach(line -> row(Tint.NONE, "", margin + line));
    if (lines.size() > most) {
      row(Tint.FAINT, margin + "... " + Words.count(lines.size() - most, "more line"), "");
    }
  }

  /** One line as it is, its first words tinted. */
  void row(Tint tint, String tinted, String rest) {
    String line = defused(tinted + rest).stripTrailing();
    int end = Math.min(tinted.length(), line.length());
    text.append(style.colour() ? tint.on(line.substring(0, end)) : line.substring(0, end))
        .append(line.substring(end))
        .append('\n');
  }

  /** One line of clean words. */
  String clean(String words) {
    String line =
        CI_COMMAND.matcher(Printable.text(words).replaceAll("[\n\t]", " ")).replaceAll("# #");
    return style.unicode() ? line : Printable.ascii(line);
  }

  /** The sign if the terminal can show it. */
  String sign(String unicode, String ascii) {
    return style.unicode() ? unicode : ascii;
  }

  /** Whether nothing should stand in columns. */
  boolean isLinear() {
    return style.linear();
  }

  int width() {
    return style.width();
  }

  /** A CI service obeys a line that begins with two colons, even an indented one. */
  private static String defused(String line) {
    int begin = 0;
    while (begin < line.length() && isSpace(line.charAt(begin))) {
      begin++;
    }
    return line.startsWith("::", begin)
        ? line.substring(0, Math.max(0, begin - 1)) + "|" + line.substring(begin)
        : line;
  }

  /** CI services skip spaces of every kind. */
  private static boolean isSpace(char one) {
    return Character.isWhitespace(one) || Character.isSpaceChar(one);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
