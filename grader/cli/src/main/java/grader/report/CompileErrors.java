package grader.report;

import grader.compile.SourceError;

/** What the compiler complains about, each with its line and a caret below it. */
final class CompileErrors {

  private static final int MOST_LINES = 6;
  private static final int COMPILER_TAB = 8;
  private static final String MARGIN = "    ";
  private static final int ROOM_AFTER_CARET = 20;

  private final Page page;

  CompileErrors(Page page) {
    this.page = page;
  }

  void write(SourceError error) {
    String place = error.line() > 0 ? error.file() + ":" + error.line() : error.file();
    page.blank();
    page.excerpt("  ", place + ": " + error.message(), MOST_LINES);
    if (!error.source().isBlank()) {
      source(error);
    }
  }

  private void source(SourceError error) {
    String line = expanded(error.source());
    int column = Math.min(line.length(), (int) Math.max(0, error.column() - 1));
    int begin = Math.min(column, line.length() - line.stripLeading().length());
    String before = page.clean(line.substring(begin, column));
    String after = page.clean(line.substring(column)).stripTrailing();
    String kept = kept(before, page.width() - MARGIN.length() - ROOM_AFTER_CARET);
    page.row(Tint.NONE, "", MARGIN + Columns.cut(kept + after, page.width() - MARGIN.length()));
    if (error.column() > 0) {
      page.row(Tint.BAD, MARGIN + " ".repeat(Columns.width(kept)) + "^", "");
    }
  }

  /** The end of what stands before the caret, if all of it would push the caret off the page. */
  private static String kept(String before, int room) {
    String rest = before;
    while (Columns.width(rest) > room - 3) {
      rest = rest.substring(Character.charCount(rest.codePointAt(0)));
    }
    return rest.length() == before.length() ? before : "..." + rest;
  }

  /** With tabs as the compiler counts its columns. */
  private static String expanded(String source) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      boolean tab = source.charAt(i) == '\t';
      int width = COMPILER_TAB - line.length() % COMPILER_TAB;
      line.append(tab ? " ".repeat(width) : source.substring(i, i + 1));
    }
    return line.toString();
  }
}
