package grader.report;

/**
 * What the reader's terminal can show. Nothing is ever said by colour alone.
 *
 * @param unicode whether characters beyond ASCII may be used
 * @param width in columns, at least 40
 * @param linear whether nothing stands in columns: it is read aloud, line by line
 */
public record Style(boolean colour, boolean unicode, int width, boolean linear) {

  private static final int NARROWEST = 40;

  /** For any terminal, and for files: ASCII, 80 columns. */
  public static final Style PLAIN = new Style(false, false, 80);

  /** For a screen reader. */
  public static final Style LINEAR = new Style(false, false, 80, true);

  public Style {
    width = Math.max(NARROWEST, width);
  }

  /** For the eye. */
  public Style(boolean colour, boolean unicode, int width) {
    this(colour, unicode, width, false);
  }
}
