package grader.report.html;

/** States of threads as people read them. */
final class States {

  private States() {}

  /** {@code waiting with a time limit}. */
  static String words(String state) {
    return switch (Thread.State.valueOf(state)) {
      case NEW -> "new";
      case RUNNABLE -> "able to run";
      case BLOCKED -> "blocked";
      case WAITING -> "waiting";
      case TIMED_WAITING -> "waiting with a time limit";
      case TERMINATED -> "ended";
    };
  }

  /** {@code waiting for second}. */
  static String words(String state, String waitsFor) {
    if (waitsFor.isEmpty()) {
      return words(state);
    }
    return switch (Thread.State.valueOf(state)) {
      case BLOCKED -> "blocked by the lock of " + waitsFor;
      case WAITING -> "waiting for " + waitsFor;
      case TIMED_WAITING -> "waiting for " + waitsFor + ", with a time limit";
      case NEW, RUNNABLE, TERMINATED -> words(state);
    };
  }

  /** {@code timed}. */
  static String slug(String state) {
    return switch (Thread.State.valueOf(state)) {
      case NEW -> "new";
      case RUNNABLE -> "runnable";
      case BLOCKED -> "blocked";
      case WAITING -> "waiting";
      case TIMED_WAITING -> "timed";
      case TERMINATED -> "ended";
    };
  }
}
