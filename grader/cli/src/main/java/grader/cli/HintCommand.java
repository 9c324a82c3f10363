package grader.cli;

import grader.cli.state.Standing;
import grader.kata.Hints;
import grader.kata.Kata;
import grader.kata.Ladder;
import grader.kata.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grader hint}. */
@Command(
    name = "hint",
    description = "Give a hint that fits your last check; another one after the next check.",
    footer = {"  grader hint 4", "  grader hint 4 --level 3"})
final class HintCommand implements Callable<Integer> {

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  @Option(
      names = "--level",
      paramLabel = "1..3",
      description = "1 a question, 2 the theory, 3 nearly the solution.")
  Optional<Integer> level = Optional.empty();

  HintCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    level.filter(one -> one < 1 || one > Climb.TOP).ifPresent(HintCommand::refuse);
    Kata found = new Selection(session).kata(kata.wanted);
    Standing standing = session.state().read().standing(found.name());
    Hints hints = Hints.of(found);
    if (standing.passedLast()) {
      discuss(found, hints);
    } else {
      ladder(found, hints, standing)
          .ifPresentOrElse(one -> climb(found, one, standing), () -> page(found, standing));
    }
    return ExitCode.DONE;
  }

  private static void refuse(int level) {
    throw new UsageProblem("there is no level " + level + "; hints have levels 1, 2 and 3");
  }

  private void discuss(Kata found, Hints hints) {
    session.result(PlainMarkdown.render(hints.discussion()));
    session.say("Next: grader solution " + found.name());
  }

  /** The ladder that fits; none if a bug was found that no ladder is about. */
  private static Optional<Ladder> ladder(Kata found, Hints hints, Standing standing) {
    return standing.notStarted() || new Workspace(found).isPristine()
        ? Optional.of(hints.start())
        : standing
            .diagnosis()
            .map(bug -> hints.about(standing.mistake(), bug))
            .orElseGet(() -> Optional.of(hints.start()));
  }

  private void climb(Kata found, Ladder ladder, Standing standing) {
    Climb climb = Climb.on(ladder, standing.hinted(), level, !standing.inExam());
    session
        .state()
        .update(
            state -> state.with(found.name(), state.standing(found.name()).after(climb.reached())));
    session.result("Hint " + climb.level() + " of " + Climb.TOP + "\n");
    session.result(PlainMarkdown.render(ladder.step(climb.level())));
    level
        .filter(one -> one > 1)
        .ifPresent(one -> session.say("(Level " + one + ", as you asked.)"));
    standing
        .diagnosis()
        .filter(bug -> !ladder.bug().isEmpty())
        .ifPresent(bug -> readOn(found, bug));
    session.say(climb.next(found.name()));
  }

  private void page(Kata found, Standing standing) {
    session.result("There is no hint of this kata's own for what the last check found.");
    standing.diagnosis().ifPresent(bug -> readOn(found, bug));
    session.say("Next: grader check " + found.name());
  }

  private void readOn(Kata found, String bug) {
    Path page = found.bugPage(bug);
    if (Files.exists(page)) {
      session.say("Read on: " + session.shown(page));
    }
  }
}
