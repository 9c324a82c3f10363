package grader.cli;

import grader.cli.state.StoredFile;
import grader.kata.Kata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grader report}. */
@Command(
    name = "report",
    description = "Show your last check of a kata as a page: the failing schedule, drawn.",
    footer = {"  grader report 4 --open", "  grader report 4 --output semaphore.html"})
final class ReportCommand implements Callable<Integer> {

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  @Option(names = "--open", order = 1, description = "Open it in your browser.")
  boolean open;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      order = 2,
      description = "Copy it to this file: it needs no other file and no network.")
  Optional<Path> output = Optional.empty();

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    Path kept =
        new LastReport(session.context())
            .of(found.name())
            .orElseThrow(() ->
                new UsageProblem(
                    "%1$s has not been checked yet.\nNext: grader check %1$s"
                        .formatted(found.name())));
    Path page = output.map(file -> copied(kept, file)).orElse(kept);
    session.result(session.shown(page));
    if (open && !new Browser(session.context()).open(page)) {
      session.warn("there is no program here that opens pages; open it yourself");
      return ExitCode.ENVIRONMENT;
    }
    return ExitCode.DONE;
  }

  private Path copied(Path page, Path file) {
    Path target = session.context().here().resolve(file);
    try {
      StoredFile.create(target, Files.readAllBytes(page));
      return target;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
