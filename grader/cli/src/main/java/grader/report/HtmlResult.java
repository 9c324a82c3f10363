package grader.report;

import grader.Assessment;
import grader.compile.SourceError;
import grader.diagnose.Diagnosis;
import grader.inspect.Problem;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.judge.Verdict;
import grader.kata.Kata;
import grader.report.html.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An assessment in the words of the page; nothing of it can become markup or hide something. */
final class HtmlResult {

  private final Assessment assessment;
  private final Imprint imprint;
  private final boolean drawn;

  private HtmlResult(Assessment assessment, Imprint imprint, boolean drawn) {
    this.assessment = assessment;
    this.imprint = imprint;
    this.drawn = drawn;
  }

  /**
   * @param drawn whether there is room for pictures
   */
  static Result of(Assessment assessment, Imprint imprint, boolean drawn) {
    return new HtmlResult(assessment, imprint, drawn).result();
  }

  private Result result() {
    boolean started = !assessment.notStarted();
    Optional<Judgement> judgement = assessment.judgement().filter(any -> started);
    return new Result(
        title(assessment.submission().kata()),
        Printable.line(assessment.submission().name()),
        VerdictText.word(assessment),
        tone(VerdictText.tint(assessment)),
        VerdictText.sentence(assessment),
        "Points: " + assessment.points() + " of " + assessment.mostPoints(),
        NextCommand.after(assessment),
        refusals(),
        judgement.flatMap(Judgement::firstBad).map(this::failure),
        assessment.diagnosis().filter(any -> started).map(this::diagnosis),
        judgement.isEmpty() ? List.of() : HtmlTests.of(assessment),
        judgement.map(this::claims).orElse(List.of()),
        judgement.map(HtmlResult::notes).orElse(List.of()),
        started ? Printable.lines(assessment.printed()) : List.of(),
        HtmlFacts.of(assessment, imprint));
  }

  /** {@code 04-semaphore Counting semaphore}. */
  static String title(Kata kata) {
    return Printable.line(kata.name() + "  " + kata.frontMatter().title());
  }

  static String tone(Tint tint) {
    return switch (tint) {
      case GOOD -> "good";
      case BAD -> "bad";
      case UNSURE -> "unsure";
      case NONE, STRONG, FAINT -> "faint";
    };
  }

  private List<Result.Refusal> refusals() {
    List<Result.Refusal> refusals = new ArrayList<>();
    assessment.errors().stream().map(HtmlResult::error).forEach(refusals::add);
    assessment.problems().stream().map(HtmlResult::problem).forEach(refusals::add);
    return refusals;
  }

  private static Result.Refusal error(SourceError error) {
    String place = error.line() > 0 ? error.file() + ":" + error.line() : error.file();
    return new Result.Refusal(
        Printable.line(place),
        String.join("\n", Printable.lines(error.message())),
        String.join("\n", Printable.lines(error.source())));
  }

  private static Result.Refusal problem(Problem problem) {
    return new Result.Refusal(
        Printable.line(problem.where()),
        Printable.line(problem.what()),
        Printable.line(problem.advice()));
  }

  private Result.Failure failure(TestResult bad) {
    boolean open = bad.status() == TestResult.Status.INCONCLUSIVE;
    String heading = (open ? "Not finished: " : "First failure: ") + bad.test().title();
    return HtmlFailure.of(heading, bad, assessment.submission(), drawn);
  }

  private Result.Named diagnosis(Diagnosis diagnosis) {
    Kata kata = assessment.submission().kata();
    return new Result.Named(
        diagnosis.bug().slug(),
        "This looks like " + BugName.of(diagnosis.bug()) + ": " + diagnosis.bug().meaning() + ".",
        DiagnosisText.evidence(assessment, diagnosis),
        diagnosis.mistake().map(DiagnosisText::mistake),
        Place.of(kata, kata.bugPage(diagnosis.bug().slug())));
  }

  private List<String> claims(Judgement judgement) {
    boolean told =
        assessment.verdict() == Verdict.PASSED || assessment.verdict() == Verdict.INCONCLUSIVE;
    return told ? ClaimText.sentences(assessment, judgement) : List.of();
  }

  private static List<String> notes(Judgement judgement) {
    return judgement.results().stream().flatMap(HtmlResult::note).toList();
  }

  private static Stream<String> note(TestResult result) {
    return TerminalReport.escape(result).map(Printable::line).stream();
  }
}
