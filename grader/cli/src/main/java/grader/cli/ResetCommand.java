package grader.cli;

import grader.kata.Kata;
import grader.kata.Workspace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grader reset}. */
@Command(
    name = "reset",
    description = "Begin a kata again; what you wrote is saved first.",
    footer = {"  grader reset 4", "  grader reset 4 --yes"})
final class ResetCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  ResetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    Workspace workspace = new Workspace(found);
    if (workspace.isPristine()) {
      session.say("Nothing to reset: " + session.shown(found.mainSource()) + " is the stub.");
      return ExitCode.DONE;
    }
    if (!yes && session.interactive() && !session.agrees("Reset " + found.name() + "?")) {
      session.say("Nothing has changed.");
      return ExitCode.DONE;
    }
    Path backup = freeFolder(session.context().memory().resolve("backups").resolve(found.name()));
    workspace.backUp(backup);
    workspace.restore();
    tell(found, backup);
    return ExitCode.DONE;
  }

  private void tell(Kata found, Path backup) {
    session.result("What you wrote is in " + session.shown(backup));
    String copy = File.separatorChar == '\\' ? "xcopy /E /Y \"%s\" \"%s\"" : "cp -R '%s/.' '%s/'";
    session.say(
        "To get it back: "
            + copy.formatted(session.shown(backup), session.shown(found.learners().root())));
    session.say("Next: grader show " + found.name());
  }

  private static Path freeFolder(Path parent) {
    String time = LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> parent.resolve(number == 1 ? time : time + "-" + number))
        .filter(folder -> !Files.exists(folder))
        .findFirst()
        .orElseThrow();
  }
}
