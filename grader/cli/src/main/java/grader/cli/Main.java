package grader.cli;

import picocli.CommandLine;

/** Where the command begins. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the command and returns its exit code. */
  static int run(String... arguments) {
    return new CommandLine(new GraderCommand()).execute(arguments);
  }
}
