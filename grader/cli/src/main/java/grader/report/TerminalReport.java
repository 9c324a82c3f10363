package grader.report;

import grader.Assessment;
import grader.inspect.Problem;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.judge.Verdict;
import grader.kata.Kata;
import grader.kata.Submission;
import grader.protocol.Outcome;
import grader.run.TestRun;
import java.util.List;
import java.util.Optional;

/** The assessment as text for a terminal: one screen, the next command in its last line. */
public final class TerminalReport {

  private static final int MOST_PRINTED = 6;
  private static final int MOST_PROBLEMS = 8;

  private final Assessment assessment;
  private final Submission submission;
  private final Page page;

  private TerminalReport(Assessment assessment, Style style) {
    this.assessment = assessment;
    this.submission = assessment.submission();
    this.page = new Page(style);
  }

  /** For any terminal, and for files. */
  public static String write(Assessment assessment) {
    return write(assessment, Style.PLAIN, Optional.empty());
  }

  /**
   * In the style of the reader's terminal.
   *
   * @param nudge the first rung of the hint ladder, if there is one that fits
   */
  public static String write(Assessment assessment, Style style, Optional<String> nudge) {
    TerminalReport report = new TerminalReport(assessment, style);
    report.verdict();
    if (assessment.notStarted()) {
      report.begin();
    } else {
      report.body();
    }
    nudge.ifPresent(report::nudge);
    report.end();
    return report.page.toString();
  }

  private void verdict() {
    Kata kata = submission.kata();
    String title = page.clean(kata.name() + "  " + kata.frontMatter().title());
    page.row(Tint.STRONG, Columns.cut(title, page.width()), "");
    page.paragraph(0, "Submission: " + submission.name());
    page.blank();
    page.row(VerdictText.tint(assessment), VerdictText.word(assessment), "");
    page.paragraph(2, VerdictText.sentence(assessment));
  }

  private void begin() {
    assessment
        .judgement()
        .ifPresent(judgement ->
            page.paragraph(2, Words.count(judgement.results().size(), "test") + " will judge it."));
    page.blank();
    page.paragraph(0, "Begin at " + Place.toBegin(submission));
    page.paragraph(0, "The task: " + Place.of(submission.kata(), submission.kata().readme()));
  }

  private void body() {
    errors();
    problems();
    assessment.judgement().ifPresent(this::tests);
    assessment.judgement().flatMap(Judgement::firstBad).ifPresent(this::failure);
    assessment.diagnosis().ifPresent(one -> DiagnosisText.write(assessment, one, page));
    assessment
        .judgement()
        .flatMap(Judgement::firstBad)
        .flatMap(TestResult::firstBad)
        .flatMap(TestRun::raceBeside)
        .ifPresent(this::raceBeside);
  }

  /** A second thing to look at: what failed says more. */
  private void raceBeside(Outcome race) {
    if (race instanceof Outcome.Failed failed) {
      page.blank();
      page.paragraph(2, "There is a data race, too: " + failed.message());
    }
  }

  private void errors() {
    CompileErrors errors = new CompileErrors(page);
    assessment.errors().stream().limit(MOST_PROBLEMS).forEach(errors::write);
    rest(assessment.errors());
  }

  private void problems() {
    assessment.problems().stream().limit(MOST_PROBLEMS).forEach(this::problem);
    rest(assessment.problems());
  }

  private void problem(Problem problem) {
    page.blank();
    page.paragraph(2, problem.where() + ": " + problem.what());
    page.paragraph(4, problem.advice());
  }

  private void rest(List<?> all) {
    if (all.size() > MOST_PROBLEMS) {
      page.blank();
      page.paragraph(2, "... and " + Words.number(all.size() - MOST_PROBLEMS) + " more");
    }
  }

  private void tests(Judgement judgement) {
    List<GateScore> scores = GateScore.of(assessment);
    TestTable table = new TestTable(page, scores);
    scores.forEach(table::write);
    judgement.results().forEach(this::note);
    if (assessment.verdict() == Verdict.PASSED || assessment.verdict() == Verdict.INCONCLUSIVE) {
      ClaimText.write(assessment, judgement, page);
    }
  }

  private void note(TestResult result) {
    escape(result)
        .ifPresent(sentence -> {
          page.blank();
          page.paragraph(2, sentence);
        });
  }

  /** Why the schedules of a test do not count, if they do not. */
  static Optional<String> escape(TestResult result) {
    return result
        .escape()
        .map(why ->
            "\"%s\" could not be controlled: %s. Its schedules do not count."
                .formatted(result.test().title(), why));
  }

  private void failure(TestResult bad) {
    boolean open = bad.status() == TestResult.Status.INCONCLUSIVE;
    page.heading((open ? "Not finished: " : "First failure: ") + bad.test().title());
    bad.firstBad().ifPresent(run -> new FailureText(submission, page).write(run));
    if (!Printable.lines(assessment.printed()).isEmpty()) {
      page.heading("Printed");
      page.excerpt("  | ", assessment.printed(), MOST_PRINTED);
    }
  }

  private void nudge(String nudge) {
    page.heading("A nudge");
    page.paragraph(2, nudge);
  }

  private void end() {
    page.blank();
    page.paragraph(0, "Points: " + assessment.points() + " of " + assessment.mostPoints());
    page.row(Tint.STRONG, "Next: " + NextCommand.after(assessment), "");
  }
}
