package grader.cli;

import grader.audit.Finding;
import grader.audit.Graded;
import grader.report.Style;
import grader.report.TerminalReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a check prints of each impostor, in {@code docs/reports/04-semaphore/polls.txt}: so that it
 * is read when it changes. Compared are those whose failure a schedule shows: where a submission
 * starts threads of its own in a test with one thread, they keep their own timing.
 */
record KeptReports(Path folder) {

  static KeptReports of(Session session) {
    return new KeptReports(session.context().root().resolve("docs/reports"));
  }

  private static boolean isKept(Graded graded) {
    return graded.row().submission().startsWith("impostors/");
  }

  private static boolean isCompared(Graded graded) {
    return isKept(graded) && !graded.row().token().isEmpty();
  }

  /** A finding if it is not as it is kept; a kata whose reports were never kept has none. */
  Optional<Finding> compared(Graded graded) {
    try {
      return !isCompared(graded) || !Files.exists(file(graded).getParent()) || isSame(graded)
          ? Optional.empty()
          : Optional.of(
              new Finding(
                  graded.row().kata() + " " + graded.row().submission(),
                  "prints another report than docs/reports has; grader audit --reports writes it"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean isSame(Graded graded) throws IOException {
    Path file = file(graded);
    return Files.exists(file) && Files.readString(file).replace("\r\n", "\n").equals(text(graded));
  }

  /** Keeps it, if it is one of those. */
  void write(Graded graded) {
    Path file = file(graded);
    try {
      if (!isKept(graded)) {
        return;
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(graded));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path file(Graded graded) {
    String impostor = graded.row().submission().replaceFirst("impostors/", "");
    return folder.resolve(graded.row().kata()).resolve(impostor + ".txt");
  }

  private static String text(Graded graded) {
    return TerminalReport.write(
        graded.assessment(), Style.PLAIN, Reports.nudge(graded.assessment()));
  }
}
