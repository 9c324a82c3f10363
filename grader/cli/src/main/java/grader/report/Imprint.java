package grader.report;

/**
 * What a report says about its own making.
 *
 * @param version the grader's
 * @param withDuration whether it says how long grading took; without, equal results give equal
 *     reports
 * @param machine where it ran, or empty
 */
public record Imprint(String version, boolean withDuration, String machine) {

  /** Without a word about the machine. */
  public Imprint(String version, boolean withDuration) {
    this(version, withDuration, "");
  }
}
