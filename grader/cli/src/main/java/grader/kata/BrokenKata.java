package grader.kata;

import java.nio.file.Path;

/**
 * A kata's own files are not as they must be: the author's mistake or damage, never the learner's
 * code.
 */
public final class BrokenKata extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param line counted from 1; 0 if no line is to blame
   * @param expected what should be there and what to do
   */
  public BrokenKata(Path file, int line, String expected) {
    super(file + (line > 0 ? ":" + line : "") + ": " + expected);
  }
}
