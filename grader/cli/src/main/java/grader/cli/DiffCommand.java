package grader.cli;

import grader.kata.Kata;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grader diff}. */
@Command(
    name = "diff",
    description = "Show what you have changed since the stub.",
    footer = {"  grader diff 4", "  grader diff 4 > my-solution.patch"})
final class DiffCommand implements Callable<Integer> {

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    String difference = new Difference(found).unified();
    if (difference.isEmpty()) {
      session.say("Nothing has changed: " + session.shown(found.mainSource()) + " is the stub.");
    } else {
      session.result(session.colourful() ? coloured(difference) : difference);
    }
    return ExitCode.DONE;
  }

  private static String coloured(String difference) {
    StringBuilder text = new StringBuilder();
    difference.lines().forEach(line -> text.append(colouredLine(line)).append('\n'));
    return text.toString();
  }

  private static String colouredLine(String line) {
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> paint("32", line);
      case '-' -> paint("31", line);
      case '@' -> paint("36", line);
      default -> line;
    };
  }

  private static String paint(String colour, String line) {
    return "\u001b[" + colour + "m" + line + "\u001b[0m";
  }
}
