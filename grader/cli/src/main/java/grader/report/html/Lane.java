package grader.report.html;

/**
 * The lane of a thread in the picture of a schedule.
 *
 * @param index from the left, from 0
 * @param count how many there are
 */
record Lane(String thread, int index, int count) {

  /** Where its middle is. */
  String x() {
    return Percent.of(index + 0.5, count);
  }

  /** Whether words about it stand to its left: there is more room. */
  boolean isRight() {
    return count > 1 && 2 * index + 1 > count;
  }
}
