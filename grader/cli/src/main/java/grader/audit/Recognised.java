package grader.audit;

import grader.Assessment;
import grader.judge.Verdict;
import java.util.Optional;

/**
 * What a check took a variant for.
 *
 * @param variant as in {@code variants/spins.atomics}
 * @param made the mistake that it makes
 * @param taken the mistake that it was taken for, if it was taken for any
 */
public record Recognised(
    String kata, String variant, String made, Verdict verdict, Optional<String> taken) {

  static Recognised of(Assessment assessment) {
    return new Recognised(
        assessment.submission().kata().name(),
        assessment.submission().name(),
        assessment.submission().mistake(),
        assessment.verdict(),
        assessment.diagnosis().flatMap(one -> one.mistake()));
  }

  /** Whether it was taken for what it is. */
  public boolean rightly() {
    return taken.equals(Optional.of(made));
  }
}
