package grader.report.html;

/**
 * The shapes that a picture is made of; places are shares of its width and pixels of its height.
 */
sealed interface Figure {

  /**
   * A vertical line or bar.
   *
   * @param kind how it looks
   * @param shift pixels to the right
   * @param title what it means
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

    /** How the words look, and on which side they stand. */
    String textKind() {
      return left ? "words left" : "words";
    }

    /** How far they stand off, in pixels. */
    int textShift() {
      return left ? -12 : 12;
    }
  }

  /** A line from one lane to another. */
  record Link(String x1, int y1, String x2, int y2, String kind, String title) implements Figure {}

  /** A stretch of a row. */
  record Stretch(String x, String width, String kind, String words, String title)
      implements Figure {}
}
