package grader.cli;

import grader.Replay;
import grader.Token;
import grader.judge.Verdict;
import grader.kata.Kata;
import grader.report.ReplayReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code grader replay}. */
@Command(
    name = "replay",
    description = "Run one failing schedule again, step by step the same.",
    footer = {"  grader replay 4 x1-3m0vq1r8a0g2"})
final class ReplayCommand implements Callable<Integer> {

  private static final int SHOWN_ERRORS = 3;

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  @Parameters(index = "1", paramLabel = "TOKEN", description = "What a check printed: x1-...")
  String token = "";

  @ArgGroup Target target = new Target();

  ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    return switch (session.grader().replay(target.of(found, session.context()), parsed())) {
      case Replay.Ran ran -> {
        session.result(ReplayReport.write(ran, Reports.style(session)));
        yield ran.run().failures() == 0 ? ExitCode.DONE : Verdict.FAILED.exitCode();
      }
      case Replay.DoesNotFit(String why) ->
          throw new UsageProblem(
              "this token does not fit: %s.\nNext: grader check %s".formatted(why, found.name()));
      case Replay.Rejected(var errors) -> {
        errors.stream()
            .limit(SHOWN_ERRORS)
            .forEach(
                error -> session.say(error.file() + ":" + error.line() + ": " + error.message()));
        yield Verdict.DOES_NOT_COMPILE.exitCode();
      }
    };
  }

  private Token parsed() {
    try {
      return Token.parse(token);
    } catch (Token.Unreadable unreadable) {
      throw new UsageProblem(String.valueOf(unreadable.getMessage()));
    }
  }
}
