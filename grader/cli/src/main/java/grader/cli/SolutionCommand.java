package grader.cli;

import grader.cli.state.Standing;
import grader.cli.state.StateFile;
import grader.kata.Kata;
import grader.kata.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grader solution}. */
@Command(
    name = "solution",
    description = "Show the solutions of a kata, once you have passed it.",
    footer = {
      "  grader solution 4                     list the designs",
      "  grader solution 4 monitor             show one",
      "  grader solution 4 --give-up           without having passed"
    })
final class SolutionCommand implements Callable<Integer> {

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The design.")
  Optional<String> name = Optional.empty();

  @Option(names = "--give-up", description = "Show them all the same; this is recorded.")
  boolean giveUp;

  SolutionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    Optional<Submission> wanted = name.map(one -> solution(found, one));
    requirePermission(found);
    wanted.ifPresentOrElse(this::print, () -> list(found));
    return ExitCode.DONE;
  }

  private static Submission solution(Kata kata, String name) {
    return kata.solution(name)
        .orElseThrow(() ->
            new UsageProblem(
                "there is no solution '%s'; there are %s"
                    .formatted(name, String.join(", ", names(kata)))));
  }

  private void requirePermission(Kata found) {
    StateFile file = session.state();
    Standing standing = file.read().standing(found.name());
    if (standing.passed() || standing.gaveUp()) {
      return;
    }
    if (!giveUp) {
      throw new UsageProblem(
          "the solutions of %s open when you have passed it.\nNext: grader hint %s, or grader solution %s --give-up"
              .formatted(found.name(), found.name(), found.name()));
    }
    file.update(state -> state.with(found.name(), state.standing(found.name()).afterGivingUp()));
  }

  private void list(Kata found) {
    names(found).forEach(session::result);
    names(found).stream()
        .findFirst()
        .ifPresent(one -> session.say("Next: grader solution " + found.name() + " " + one));
  }

  private static List<String> names(Kata kata) {
    return kata.solutions().stream().map(one -> one.root().getFileName().toString()).toList();
  }

  private void print(Submission solution) {
    for (Path source : solution.sources()) {
      session.say("// " + solution.shown(source));
      session.result(text(source));
    }
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
