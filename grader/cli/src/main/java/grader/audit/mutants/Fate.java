package grader.audit.mutants;

import grader.judge.Verdict;

/** What became of a mutant. */
public enum Fate {
  /** It does not compile, and does not count. */
  DROPPED,
  KILLED,
  /** There was no verdict. */
  UNDECIDED,
  SURVIVED;

  static Fate of(Verdict verdict) {
    return switch (verdict) {
      case DOES_NOT_COMPILE -> DROPPED;
      case PASSED -> SURVIVED;
      case INCONCLUSIVE, OUT_OF_TIME -> UNDECIDED;
      case FAILED, FLAKY, STUCK, API_MISMATCH, NOT_ALLOWED, TAMPERED -> KILLED;
    };
  }
}
