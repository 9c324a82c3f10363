package grader.cli;

import java.util.List;

/** What the process returns, where a verdict does not say it already. */
final class ExitCode {

  static final int DONE = 0;
  static final int AUDIT_FAILED = 1;
  static final int USAGE = 2;
  static final int ENVIRONMENT = 6;
  static final int INTERNAL = 70;
  static final int INTERRUPTED = 130;

  private static final List<Integer> WORST_FIRST =
      List.of(INTERNAL, ENVIRONMENT, USAGE, 7, 1, 5, 3, 4, 8, DONE);

  private ExitCode() {}

  /** The one of these that matters most; 0 if there are none. */
  static int worst(List<Integer> codes) {
    return WORST_FIRST.stream().filter(codes::contains).findFirst().orElse(DONE);
  }
}
