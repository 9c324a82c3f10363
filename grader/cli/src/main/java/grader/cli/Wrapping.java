package grader.cli;

import java.util.regex.Pattern;

/** Breaks text into lines between words. */
final class Wrapping {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Wrapping() {}

  /** The same words in lines of at most so many columns, but for longer words. */
  static String wrap(String text, int columns) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : SPACE.splitAsStream(text.strip()).toList()) {
      if (column > 0 && column + 1 + word.length() > columns) {
        lines.append('\n');
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}
