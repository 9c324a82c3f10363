package grader.audit;

import grader.Assessment;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.judge.Verdict;
import grader.testkit.Bug;
import java.util.Optional;

/**
 * What grading one submission of a kata showed.
 *
 * @param diagnosis slug of the bug, or empty
 * @param expected what should have come out, in words
 * @param proved whether it did
 * @param token replays the schedule that failed first, or empty
 */
public record Row(
    String kata,
    String submission,
    Verdict verdict,
    String diagnosis,
    String expected,
    boolean proved,
    String token,
    long millis) {

  static Row of(Assessment assessment, String expected, boolean proved) {
    return new Row(
        assessment.submission().kata().name(),
        assessment.submission().name(),
        assessment.verdict(),
        assessment.diagnosis().map(one -> one.bug().slug()).orElse(""),
        expected,
        proved,
        assessment.judgement().flatMap(Row::token).orElse(""),
        assessment.millis());
  }

  private static Optional<String> token(Judgement judgement) {
    return judgement
        .firstBad()
        .flatMap(TestResult::firstBad)
        .flatMap(run -> run.exploration().token());
  }

  /** The same, but it fails in a way that was not recorded. */
  Row unrecognised() {
    return new Row(
        kata,
        submission,
        verdict,
        diagnosis,
        expected + ", as grader audit --behaviour has recorded it",
        false,
        token,
        millis);
  }

  static Row ofStub(Assessment assessment) {
    return of(
        assessment,
        "not started",
        assessment.verdict() != Verdict.PASSED && assessment.notStarted());
  }

  static Row ofSolution(Assessment assessment) {
    return of(assessment, "PASSED", assessment.verdict() == Verdict.PASSED);
  }

  /** An impostor counts as caught only if it is refused for the right reason. */
  static Row ofImpostor(Assessment assessment, Bug bug) {
    boolean ran =
        assessment.judgement().isPresent() && assessment.verdict() != Verdict.INCONCLUSIVE;
    boolean named = assessment.diagnosis().filter(one -> one.bug() == bug).isPresent();
    return of(assessment, bug.slug(), ran && assessment.verdict() != Verdict.PASSED && named);
  }
}
