package grader.cli;

import grader.Replay;
import grader.cli.state.StoredFile;
import grader.judge.Verdict;
import grader.kata.Kata;
import grader.report.HtmlReport;
import grader.report.ReplayReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Tells what came of a single trial: in the terminal, and as a page if that is wanted. */
final class OneTrial {

  private static final int SHOWN_ERRORS = 3;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      order = 20,
      description = "Draw it on a page for a browser as well.")
  Optional<Path> html = Optional.empty();

  int tell(Replay replay, Kata kata, Session session) {
    return switch (replay) {
      case Replay.Ran ran -> ran(ran, session);
      case Replay.DoesNotFit(String why) ->
          throw new UsageProblem(
              "this token does not fit: %s.\nNext: grader check %s".formatted(why, kata.name()));
      case Replay.Rejected(var errors) -> {
        errors.stream()
            .limit(SHOWN_ERRORS)
            .forEach(
                error -> session.say(error.file() + ":" + error.line() + ": " + error.message()));
        yield Verdict.DOES_NOT_COMPILE.exitCode();
      }
      case Replay.Refused(var problems) -> {
        problems.stream()
            .limit(SHOWN_ERRORS)
            .forEach(problem ->
                session.say(problem.where() + ": " + problem.what() + "; " + problem.advice()));
        yield Verdict.NOT_ALLOWED.exitCode();
      }
    };
  }

  private int ran(Replay.Ran ran, Session session) {
    session.result(ReplayReport.write(ran, Reports.style(session)));
    html.ifPresent(file ->
        store(session.context().here().resolve(file), HtmlReport.write(ran, Reports.IMPRINT)));
    return ran.run().failures() == 0 ? ExitCode.DONE : Verdict.FAILED.exitCode();
  }

  private static void store(Path file, String page) {
    StoredFile.create(file, page.getBytes(StandardCharsets.UTF_8));
  }
}
