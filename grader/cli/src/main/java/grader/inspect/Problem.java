package grader.inspect;

/**
 * Something in a compiled submission that keeps it from being run.
 *
 * @param kind missing or forbidden
 * @param where {@code src/semaphore/Semaphore.java:12}, or the class if no line is to blame
 * @param what what was found or not found
 * @param advice what was expected and what to do
 */
public record Problem(Kind kind, String where, String what, String advice) {

  /** What sort of problem. */
  public enum Kind {
    API_MISMATCH,
    NOT_ALLOWED
  }
}
