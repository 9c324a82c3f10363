package grader.report;

import grader.Assessment;
import grader.diagnose.Diagnosis;
import grader.judge.Judgement;
import grader.judge.TestResult;
import grader.kata.Kata;
import grader.protocol.Outcome;
import grader.testkit.Bug;

/** What the failure looks like, because of what, and where to read on. */
final class DiagnosisText {

  private DiagnosisText() {}

  static void write(Assessment assessment, Diagnosis diagnosis, Page page) {
    Bug bug = diagnosis.bug();
    Kata kata = assessment.submission().kata();
    page.heading("Diagnosis: " + bug.slug());
    page.paragraph(2, "This looks like " + BugName.of(bug) + ": " + bug.meaning() + ".");
    page.paragraph(2, "Evidence: " + evidence(assessment, diagnosis));
    diagnosis.mistake().map(DiagnosisText::mistake).ifPresent(words -> page.paragraph(2, words));
    page.paragraph(2, "Read " + Place.of(kata, kata.bugPage(bug.slug())));
  }

  static String mistake(String name) {
    return "It fails as a known mistake does: " + name + ".";
  }

  /** What the diagnosis rests on. */
  static String evidence(Assessment assessment, Diagnosis diagnosis) {
    return isShown(assessment, diagnosis) ? "the failure above." : diagnosis.because();
  }

  /** Whether the evidence is just the message of the failure. */
  private static boolean isShown(Assessment assessment, Diagnosis diagnosis) {
    return assessment
        .judgement()
        .flatMap(Judgement::firstBad)
        .flatMap(TestResult::firstOutcome)
        .filter(outcome ->
            outcome instanceof Outcome.Failed failed
                && failed.message().equals(diagnosis.because()))
        .isPresent();
  }
}
