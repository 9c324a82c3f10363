package grader.report;

import grader.Assessment;
import java.math.BigDecimal;
import java.time.Duration;

/** The command that helps most now. */
final class NextCommand {

  private NextCommand() {}

  static String after(Assessment assessment) {
    int kata = assessment.submission().kata().number();
    if (assessment.notStarted()) {
      return "grader show " + kata;
    }
    return switch (assessment.verdict()) {
      case PASSED -> "grader solution " + kata;
      case FAILED, FLAKY, STUCK, OUT_OF_TIME -> "grader hint " + kata;
      case DOES_NOT_COMPILE, API_MISMATCH, NOT_ALLOWED, TAMPERED -> "grader check " + kata;
      case INCONCLUSIVE ->
          "grader check " + kata + detect(assessment) + " --budget " + more(assessment);
    };
  }

  private static String detect(Assessment assessment) {
    return assessment
        .options()
        .detect()
        .map(detect -> " --detect " + plain(detect.share()))
        .orElse("");
  }

  private static String plain(double share) {
    return BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
  }

  /** Twice the budget, in whole minutes. */
  private static String more(Assessment assessment) {
    Duration twice = assessment.options().budget().multipliedBy(2);
    return Math.max(1, twice.plusSeconds(59).toMinutes()) + "m";
  }
}
