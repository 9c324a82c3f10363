package grader.cli;

import grader.kata.Kata;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grader show}. */
@Command(
    name = "show",
    description = "Show a kata's lesson and task.",
    footer = {"  grader show 4", "  grader show semaphore | less"})
final class ShowCommand implements Callable<Integer> {

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    session.result(PlainMarkdown.render(found.lesson()));
    session.say("Your file: " + session.shown(found.mainSource()));
    session.say("Next: grader check " + found.name());
    return ExitCode.DONE;
  }
}
