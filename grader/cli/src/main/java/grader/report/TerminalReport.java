package grader.report;

import grader.Assessment;
import grader.judge.Judgement;
import grader.judge.TestResult;

/** The assessment as text for a terminal. */
public final class TerminalReport {

  private TerminalReport() {}

  /** One screen: verdict, tests, first failure, diagnosis. */
  public static String write(Assessment assessment) {
    StringBuilder text = new StringBuilder();
    text.append(assessment.submission().kata().name())
        .append("  ")
        .append(assessment.submission().name())
        .append('\n');
    assessment.errors().forEach(error -> text.append(error).append('\n'));
    assessment.problems().forEach(problem -> text.append(problem).append('\n'));
    assessment.judgement().ifPresent(judgement -> tests(judgement, text));
    assessment
        .diagnosis()
        .ifPresent(diagnosis ->
            text.append("diagnosis: ")
                .append(diagnosis.bug().slug())
                .append(": ")
                .append(diagnosis.because())
                .append('\n'));
    return text.append(assessment.verdict()).append('\n').toString();
  }

  private static void tests(Judgement judgement, StringBuilder text) {
    for (TestResult result : judgement.results()) {
      text.append(
          String.format(
              "  %-12s %-60s %d/%d%n",
              result.status(),
              result.test().id(),
              result.rate().failures(),
              result.rate().trials()));
    }
    judgement
        .firstBad()
        .flatMap(TestResult::firstOutcome)
        .ifPresent(outcome -> text.append(outcome).append('\n'));
  }
}
