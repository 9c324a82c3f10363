package grader.compile;

/**
 * One thing that is wrong with a source.
 *
 * @param file as the learner would write it
 * @param line counted from 1; 0 if no line is to blame
 * @param column counted from 1; 0 if unknown
 * @param source the line itself, or empty
 */
public record SourceError(String file, long line, long column, String message, String source) {

  /** An error of a whole file or folder. */
  static SourceError of(String file, String message) {
    return new SourceError(file, 0, 0, message, "");
  }
}
