package grader.instrument;

/**
 * One step in the code of a submission or test that other threads can notice.
 *
 * @param file source file, or empty
 * @param line source line, or 0
 * @param where {@code Class.method}
 * @param what the field, or the method that is called
 * @param variable the field that is accessed
 */
public record Site(Kind kind, String file, int line, String where, String what, Variable variable) {

  /** What happens there. */
  public enum Kind {
    READ,
    /** A field is read, only to be compared with the current thread. */
    LOOK,
    WRITE,
    READ_ELEMENT,
    WRITE_ELEMENT,
    ENTER,
    CALL,
    SPIN
  }

  /** Whether the step leaves everything as it is. */
  public boolean onlyReads() {
    return kind == Kind.READ || kind == Kind.LOOK || kind == Kind.READ_ELEMENT;
  }

  @Override
  public String toString() {
    return file + ":" + line + " " + what;
  }
}
