package grader.cli;

import grader.Replay;
import grader.Token;
import grader.kata.Kata;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code grader replay}. */
@Command(
    name = "replay",
    description = "Run one failing schedule again, step by step the same.",
    footer = {
      "  grader replay 4 x1-3m0vq1r8a0g2",
      "  grader replay 4 x1-3m0vq1r8a0g2 --html trial.html"
    })
final class ReplayCommand implements Callable<Integer> {

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  @Parameters(index = "1", paramLabel = "TOKEN", description = "What a check printed: x1-...")
  String token = "";

  @ArgGroup Target target = new Target();

  @Mixin OneTrial trial = new OneTrial();

  ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    Replay replay = session.grader().replay(target.of(found, session.context()), parsed());
    return trial.tell(replay, found, session);
  }

  private Token parsed() {
    try {
      return Token.parse(token);
    } catch (Token.Unreadable unreadable) {
      throw new UsageProblem(String.valueOf(unreadable.getMessage()));
    }
  }
}
