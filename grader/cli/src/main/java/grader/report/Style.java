package grader.report;

/**
 * What the reader's terminal can show. Nothing is ever said by colour alone.
 *
 * @param unicode whether characters beyond ASCII may be used
 * @param width in columns, at least 40
 */
public record Style(boolean colour, boolean unicode, int width) {

  private static final int NARROWEST = 40;

  /** For any terminal, and for files: ASCII, 80 columns. */
  public static final Style PLAIN = new Style(false, false, 80);

  public Style {
    width = Math.max(NARROWEST, width);
  }
}
