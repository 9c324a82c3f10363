package grader.sandbox;

/** A step towards the sandbox that could not be done: then the command must not run. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param step what was to be done
   * @param errno the kernel's reason
   */
  Refused(String step, int errno) {
    this(step + ": " + reason(errno));
  }

  Refused(String message) {
    super(message);
  }

  private static String reason(int errno) {
    String name =
        switch (errno) {
          case 1 -> "not permitted";
          case 2 -> "no such file";
          case 13 -> "permission denied";
          case 22 -> "invalid argument";
          case 38 -> "unknown to this kernel";
          case 95 -> "switched off in this kernel";
          default -> "failed";
        };
    return name + " (errno " + errno + ")";
  }
}
