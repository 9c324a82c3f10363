package grader.cli;

import grader.kata.EditDistance;
import grader.testkit.Bug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code grader explain}. */
@Command(
    name = "explain",
    description = "Explain a bug: what happens, why, and the way out.",
    footer = {"  grader explain lost-wakeup", "  grader explain"})
final class ExplainCommand implements Callable<Integer> {

  private static final int FAR = 3;

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "BUG",
      description = "As a diagnosis names it: lost-wakeup. Without it: all there are.")
  Optional<String> wanted = Optional.empty();

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    wanted.map(ExplainCommand::bug).ifPresentOrElse(this::explain, this::list);
    return ExitCode.DONE;
  }

  private static Bug bug(String name) {
    String slug = name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
    return Bug.named(slug).orElseThrow(() -> unknown(slug));
  }

  private static UsageProblem unknown(String slug) {
    String near =
        bugs().stream()
            .min(Comparator.comparingInt(one -> EditDistance.between(slug, one.slug())))
            .filter(one -> EditDistance.between(slug, one.slug()) <= FAR)
            .map(one -> " Did you mean " + one.slug() + "?")
            .orElse("");
    return new UsageProblem("there is no bug '%s'.%s\nNext: grader explain".formatted(slug, near));
  }

  private static List<Bug> bugs() {
    return List.of(Bug.values());
  }

  private void explain(Bug bug) {
    Path page = session.context().root().resolve("hints/bugs/" + bug.slug() + ".md");
    try {
      session.result(PlainMarkdown.render(Files.readString(page)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void list() {
    bugs().forEach(bug -> session.result("%-26s %s".formatted(bug.slug(), bug.meaning())));
    session.say("Next: grader explain " + bugs().getFirst().slug());
  }
}
