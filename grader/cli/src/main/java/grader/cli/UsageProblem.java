package grader.cli;

/** The command line asks for something that does not exist or does not fit. */
final class UsageProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what to write instead
   */
  UsageProblem(String message) {
    super(message);
  }
}
