package grader.cli;

import java.util.List;

/** Where the command begins. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Context.ofProcess(), arguments));
  }

  /** Runs the command and returns its exit code. */
  static int run(Context context, String... arguments) {
    return new Failures(new Session(context, new SharedOptions()))
        .guard(() -> Commands.commandLine(context, List.of(arguments)).execute(arguments));
  }
}
