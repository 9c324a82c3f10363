package grader.report;

import grader.Replay;
import java.util.Optional;

/** A replayed trial as text for a terminal. */
public final class ReplayReport {

  private ReplayReport() {}

  /** The command that runs the same trial again, if one ran. */
  public static Optional<String> command(Replay replay) {
    return replay instanceof Replay.Ran ran
        ? ran.run().exploration().token().map(token -> FailureText.command(ran.submission(), token))
        : Optional.empty();
  }

  /** What happened in it, and how it ended. */
  public static String write(Replay.Ran ran, Style style) {
    Page page = new Page(style);
    page.row(Tint.STRONG, page.clean(ran.test().title()), "");
    page.paragraph(0, "Submission: " + ran.submission().name());
    page.blank();
    if (ran.run().failures() == 0) {
      page.row(Tint.GOOD, "PASSED", "");
    } else {
      page.row(Tint.BAD, "FAILED", "");
      new FailureText(ran.submission(), page)
          .outcome(ran.run().observations().getFirst().outcome());
    }
    new InterleavingText(ran.submission(), page).write(ran.run());
    return page.toString();
  }
}
