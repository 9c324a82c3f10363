package grader.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that a submission may have influenced, made harmless: no control characters, no terminal
 * escape sequences, no invisible characters, no halves of characters.
 */
final class Printable {

  // ECMA-48: control sequences; strings up to their terminator or the end of the line; the rest.
  private static final Pattern ESCAPES =
      Pattern.compile(
          "(?:\u001b\\[|\u009b)[0-?]*+[ -/]*+[@-~]?"
              + "|(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d\u009e\u009f])[^\u0007\u001b\u009c\r\n]*+"
              + "(?:\u0007|\u001b\\\\|\u009c)?"
              + "|\u001b[ -/]*+[0-~]?");
  private static final Pattern LINE_ENDS = Pattern.compile("\r\n?|[\u000b\f\u0085\u2028\u2029]");
  private static final int REPLACEMENT = 0xFFFD;
  private static final String TAB = "    ";

  private Printable() {}

  /** The same text without what could do harm; line feeds and tabs stay. */
  static String text(String raw) {
    String lines = LINE_ENDS.matcher(ESCAPES.matcher(raw).replaceAll("")).replaceAll("\n");
    StringBuilder clean = new StringBuilder();
    lines
        .codePoints()
        .map(Printable::whole)
        .filter(Printable::visible)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** The same in one line. */
  static String line(String raw) {
    return text(raw).replaceAll("[\n\t]+", " ").strip();
  }

  /** Its lines, without tabs and without empty lines at either end. */
  static List<String> lines(String raw) {
    return text(raw)
        .replace("\t", TAB)
        .replaceFirst("^(\\s*\n)+", "")
        .stripTrailing()
        .lines()
        .toList();
  }

  /** What is beyond ASCII, written as in a Java source. */
  static String ascii(String text) {
    return text.chars().mapToObj(Printable::ascii).collect(Collectors.joining());
  }

  private static String ascii(int unit) {
    if (unit == REPLACEMENT) {
      return "?";
    }
    return unit > '~' ? String.format("\\u%04x", unit) : Character.toString(unit);
  }

  private static int whole(int point) {
    boolean isNone = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    return isNone || Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point;
  }

  private static boolean visible(int point) {
    int type = Character.getType(point);
    return point == '\n'
        || point == '\t'
        || (type != Character.CONTROL && type != Character.FORMAT);
  }
}
