package grader.report;

import grader.judge.TestResult;
import grader.kata.Submission;
import grader.protocol.Engine;
import grader.protocol.Outcome;
import grader.run.Observation;
import grader.run.TestRun;
import java.util.Set;

/** What the first trial of a test that did not pass showed. */
final class FailureText {

  static final String LATE = "The trial took too long although something still moved.";

  private static final int MOST_LINES = 20;
  private static final int MOST_FRAMES = 3;
  private static final Set<String> PLAIN_ASSERTIONS =
      Set.of(
          "java.lang.AssertionError",
          "org.opentest4j.AssertionFailedError",
          "org.assertj.core.error.AssertJMultipleFailuresError",
          "grader.testkit.Revealed");

  private final Submission submission;
  private final Page page;

  FailureText(Submission submission, Page page) {
    this.submission = submission;
    this.page = page;
  }

  void write(TestRun run) {
    Observation first = run.observations().getFirst();
    outcome(first.outcome());
    if (first.outcome() instanceof Outcome.Late && run.engine() != Engine.EXPLORE) {
      page.paragraph(2, "It was tried once more, with the same result.");
    }
    if (run.exploration().token().isEmpty()) {
      page.paragraph(2, source(run, first));
    }
    new InterleavingText(submission, page).write(run);
    run.exploration().token().ifPresent(this::replay);
  }

  private void replay(String token) {
    page.blank();
    page.row(Tint.NONE, "", "  To see it again: " + command(submission, token));
  }

  /** The command that runs this trial again. */
  static String command(Submission submission, String token) {
    String of = submission.name().equals("src") ? "" : " --submission " + submission.name();
    return "grader replay " + submission.kata().number() + of + " " + token;
  }

  void outcome(Outcome outcome) {
    switch (outcome) {
      case Outcome.Failed failed -> failed(failed);
      case Outcome.Stuck stuck -> stuck(stuck);
      case Outcome.Late late -> late(late);
      case Outcome.Died died -> page.paragraph(2, died(died));
    }
  }

  private void failed(Outcome.Failed failed) {
    page.excerpt("  ", asserted(failed), MOST_LINES);
    failed.stack().stream()
        .limit(MOST_FRAMES)
        .forEach(frame -> page.paragraph(4, "at " + Frame.of(frame).shown()));
  }

  /** What an assertion says, or the exception with its message. */
  static String asserted(Outcome.Failed failed) {
    if (failed.message().equals("null")) {
      return failed.type();
    }
    return PLAIN_ASSERTIONS.contains(failed.type())
        ? failed.message()
        : failed.type() + ": " + failed.message();
  }

  private void stuck(Outcome.Stuck stuck) {
    new Threads(stuck.threads(), submission).writeOn(page);
    String why = why(stuck, submission);
    if (!why.isEmpty()) {
      page.paragraph(2, why);
    }
  }

  /** Why its threads do not get on; empty if no circle can be seen. */
  static String why(Outcome.Stuck stuck, Submission submission) {
    return switch (stuck.why()) {
      case CYCLE ->
          new Threads(stuck.threads(), submission)
              .circle()
              .map(circle -> "The circle: " + circle + ".")
              .orElse("");
      case NOBODY_LEFT -> "No thread is left that could wake them.";
      case SPINNING -> "What it waits for in circles never comes.";
    };
  }

  private void late(Outcome.Late late) {
    page.paragraph(2, LATE);
    new Threads(late.threads(), submission).writeOn(page);
  }

  /** How the virtual machine ended, and what to look for. */
  static String died(Outcome.Died died) {
    String advice =
        switch (died.cause()) {
          case EXITED -> "It was asked to: look for System.exit and Runtime.halt.";
          case OUT_OF_MEMORY -> "Look for a collection that only grows, or for endless threads.";
          case CRASHED -> "It crashed or was killed from outside.";
          case CORRUPT -> "Something else than the tests wrote to the grader.";
          case SILENT -> "Time was up; this says nothing about the code.";
        };
    return "The virtual machine ended in the middle of a trial: " + died.detail() + ". " + advice;
  }

  private static String source(TestRun run, Observation first) {
    return "("
        + Words.of(run.engine())
        + ", "
        + run.configuration()
        + ", trial "
        + Words.number(first.trial() + 1L)
        + ", seed "
        + first.seed()
        + ")";
  }

  /** The same as text of its own. */
  static String of(TestResult result, Submission submission, Style style) {
    Page page = new Page(style);
    result.firstBad().ifPresent(run -> new FailureText(submission, page).write(run));
    return page.toString();
  }
}
