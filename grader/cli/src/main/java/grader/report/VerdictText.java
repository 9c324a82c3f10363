package grader.report;

import grader.Assessment;
import java.util.Locale;

/** The verdict in a word, and how certain it is in a sentence. */
final class VerdictText {

  private VerdictText() {}

  /** {@code DOES NOT COMPILE}. */
  static String word(Assessment assessment) {
    return assessment.notStarted()
        ? "NOT SOLVED YET"
        : Words.of(assessment.verdict()).toUpperCase(Locale.ROOT);
  }

  static Tint tint(Assessment assessment) {
    if (assessment.notStarted()) {
      return Tint.UNSURE;
    }
    return switch (assessment.verdict()) {
      case PASSED -> Tint.GOOD;
      case INCONCLUSIVE, TAMPERED -> Tint.UNSURE;
      case FAILED, FLAKY, STUCK, OUT_OF_TIME, DOES_NOT_COMPILE, API_MISMATCH, NOT_ALLOWED ->
          Tint.BAD;
    };
  }

  /** How certain the verdict is, and because of what. */
  static String sentence(Assessment assessment) {
    if (assessment.notStarted()) {
      return "The first test met a method that still says TODO.";
    }
    return switch (assessment.verdict()) {
      case DOES_NOT_COMPILE ->
          Words.count(assessment.errors().size(), "error") + ". Nothing was run.";
      case API_MISMATCH -> "The tests use what is not there. Nothing was run.";
      case NOT_ALLOWED -> "It uses what a kata does without. Nothing was run.";
      case PASSED, FAILED, FLAKY, STUCK, OUT_OF_TIME, TAMPERED, INCONCLUSIVE ->
          assessment.judgement().map(one -> Certainty.of(assessment, one)).orElse("");
    };
  }
}
