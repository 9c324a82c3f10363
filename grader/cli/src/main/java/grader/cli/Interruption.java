package grader.cli;

/**
 * Tells whether Ctrl-C has been pressed. Workers are then being killed, and what they seem to say
 * about a submission is worth nothing.
 */
final class Interruption {

  private Interruption() {}

  /** Goes no further if this JVM is ending: nothing may be told or remembered any more. */
  static void endHere() {
    if (hasBegun()) {
      throw new IllegalStateException("interrupted");
    }
  }

  /**
   * Whether this JVM is ending. Certain, not a flag that a hook sets in time: the JVM closes its
   * list of hooks before the first of them, and so before it kills the first worker.
   */
  static boolean hasBegun() {
    Thread probe = new Thread(() -> {}, "probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }
}
