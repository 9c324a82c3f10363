package grader.report;

import grader.inspect.HiddenTest;
import grader.kata.Submission;
import grader.protocol.Event;
import grader.protocol.Move;
import grader.run.TestRun;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody sees who plays the scheduler. For one game, and one thread. */
public final class PlayText {

  private final Submission submission;
  private final Style style;

  // Each keeps its column.
  private final Set<String> threads = new LinkedHashSet<>();

  public PlayText(Submission submission, Style style) {
    this.submission = submission;
    this.style = style;
  }

  /** What it is about. */
  public String beginning(HiddenTest test) {
    Page page = new Page(style);
    page.row(Tint.STRONG, "You are the scheduler", "");
    page.paragraph(0, "Submission: " + submission.name());
    page.paragraph(0, "Test: " + page.clean(test.title()));
    page.blank();
    page.paragraph(
        0,
        "Some order of steps makes this test fail. Find it: wherever several threads could go on,"
            + " you say which one does.");
    return page.toString();
  }

  /** What can be typed. */
  public String help() {
    Page page = new Page(style);
    page.row(Tint.NONE, "", "  2      the thread listed as 2 takes one step");
    page.row(Tint.NONE, "", "  2!     it goes on until it cannot");
    page.row(Tint.NONE, "", "  Enter  the same thread takes another step");
    page.row(Tint.NONE, "", "  u      take the last turn back");
    page.row(Tint.NONE, "", "  q      give up, and see how it goes");
    return page.toString();
  }

  /** What has happened since so many moves. */
  public String news(TestRun run, int known) {
    Page page = new Page(style);
    List<Move> all = run.exploration().moves();
    Stream.concat(
            run.exploration().options().stream()
                .sorted(Comparator.comparingInt(Event.Option::thread))
                .map(Event.Option::name),
            all.stream().map(Move::thread))
        .filter(thread -> !thread.isEmpty())
        .forEach(threads::add);
    new InterleavingText(submission, page)
        .from(Math.min(known, all.size()), all, List.copyOf(threads));
    return "\n" + page;
  }

  /** Between what the turn is: numbered from 1 on. */
  public String options(List<Event.Option> options) {
    Page page = new Page(style);
    page.row(Tint.NONE, "", "Who goes on?");
    for (int i = 0; i < options.size(); i++) {
      Event.Option one = options.get(i);
      String place = one.line() > 0 ? one.file() + ":" + one.line() + " " : "";
      page.row(
          Tint.NONE,
          "",
          Columns.cut(
              page.clean("  %d  %s  %s%s".formatted(i + 1, one.name(), place, one.next())),
              page.width()));
    }
    return page.toString();
  }

  /** How the trial ended. */
  public String end(TestRun run, int turns) {
    Page page = new Page(style);
    if (run.failures() == 0) {
      page.row(Tint.GOOD, "The test passed.", " Another order may break it: u takes a turn back.");
    } else {
      page.row(Tint.BAD, "You broke it", " in " + Words.count(turns, "turn") + ".");
      new FailureText(submission, page).outcome(run.observations().getFirst().outcome());
    }
    return "\n" + page;
  }

  /** The simplest schedule that the grader knows. */
  public String answer(TestRun failing) {
    Page page = new Page(style);
    page.row(Tint.STRONG, "The simplest order that the grader knows", "");
    new InterleavingText(submission, page).write(failing);
    return "\n" + page;
  }
}
