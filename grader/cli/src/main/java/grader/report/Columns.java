package grader.report;

import java.util.ArrayList;
import java.util.List;

/** Measures and breaks text by the columns that it takes on a terminal. */
final class Columns {

  private Columns() {}

  /** How many columns this takes. */
  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** Lines of at most this width, broken at spaces where there are some. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (width(rest) > width) {
      int end = end(rest, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** The text, or as much of it as fits before three dots. */
  static String cut(String text, int width) {
    return width(text) <= width ? text : text.substring(0, fitting(text, width - 3)) + "...";
  }

  private static int end(String text, int width) {
    int fitting = fitting(text, width);
    int space = text.lastIndexOf(' ', fitting);
    return text.substring(0, Math.max(space, 0)).isBlank() ? fitting : space;
  }

  /** How many characters, at least one whole one, fit. */
  private static int fitting(String text, int width) {
    int index = Character.charCount(text.codePointAt(0));
    int taken = width(text.codePointAt(0));
    while (index < text.length()) {
      int point = text.codePointAt(index);
      taken += width(point);
      if (taken > width) {
        break;
      }
      index += Character.charCount(point);
    }
    return index;
  }

  private static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return Character.isIdeographic(point)
        || Character.isEmojiPresentation(point)
        || (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0x303E)
        || (point >= 0x3041 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xFF00 && point <= 0xFF60);
  }
}
