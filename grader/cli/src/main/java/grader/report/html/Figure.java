package grader.report.html;

/**
 * The shapes that a picture is made of; places are shares of its width and pixels of its height.
 */
sealed interface Figure {

  /**
   * A vertical line or bar.
   *
   * @param kind how it looks
   * @param shift pixels to the right; none for the state of a thread
   * @param title what it means, for those who point at it
   */
  record Bar(String x, int shift, int y, int height, String kind, String title) implements Figure {}

  /**
   * A step of a thread, with words beside it.
   *
   * @param number from 1
   * @param left whether the words stand to its left
   */
  record Node(int number, String x, int y, String kind, String words, boolean left)
      implements Figure {

    private static final int ALL_NUMBERED = 200;

    /** Whether its number stands there: in a long trial, every fifth does. */
    boolean isNumbered() {
      return number <= ALL_NUMBERED || number % 5 == 0;
    }

    /** How the words look, and on which side they stand. */
    String textKind() {
      return left ? "w left" : "w";
    }
  }

  /** A line from one lane to another. */
  record Link(String x1, int y1, String x2, int y2, String kind) implements Figure {}

  /** A stretch of a row. */
  record Stretch(String x, String width, String kind, String words, String title)
      implements Figure {

    private static final double NARROWEST = 0.8;

    /** Whether there is room for words, or for somebody to point at it. */
    boolean isWide() {
      return Double.parseDouble(width.substring(0, width.length() - 1)) >= NARROWEST;
    }
  }
}
