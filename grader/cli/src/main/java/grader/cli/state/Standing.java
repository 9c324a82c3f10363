package grader.cli.state;

import grader.Assessment;
import grader.Profile;
import grader.judge.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * How a learner stands with one kata.
 *
 * @param verdict of the last check
 * @param profile of the last check
 * @param notStarted whether that was a check of the untouched stub
 * @param diagnosis slug of the bug that it found
 * @param mistake the impostor that fails in the same way
 * @param checkedAt when that was, as in {@code 2026-01-31T12:00:00Z}
 * @param checks how many checks there were
 * @param passed whether any of them passed
 * @param gaveUp whether the learner asked for the solutions without having passed
 */
public record Standing(
    Optional<Verdict> verdict,
    Optional<Profile> profile,
    boolean notStarted,
    Optional<String> diagnosis,
    Optional<String> mistake,
    int points,
    int mostPoints,
    long seed,
    Optional<String> checkedAt,
    int checks,
    boolean passed,
    boolean gaveUp,
    Optional<Hinted> hinted) {

  /** Never checked. */
  public static final Standing NONE =
      new Standing(
          Optional.empty(),
          Optional.empty(),
          true,
          Optional.empty(),
          Optional.empty(),
          0,
          0,
          0,
          Optional.empty(),
          0,
          false,
          false,
          Optional.empty());

  /** Whether the last check passed. */
  public boolean passedLast() {
    return verdict.equals(Optional.of(Verdict.PASSED));
  }

  /** Whether the last check was one in an exam: then no hint says more than it is asked to. */
  public boolean inExam() {
    return profile.equals(Optional.of(Profile.EXAM));
  }

  /** How it stands after one more check. */
  public Standing after(Assessment check, Instant now) {
    boolean pass = check.verdict() == Verdict.PASSED;
    return new Standing(
        Optional.of(check.verdict()),
        Optional.of(check.options().profile()),
        check.notStarted(),
        check.diagnosis().map(found -> found.bug().slug()),
        check.diagnosis().flatMap(found -> found.mistake()),
        check.points(),
        check.mostPoints(),
        check.options().seed(),
        Optional.of(now.toString()),
        checks + 1,
        passed || pass,
        gaveUp,
        hinted.map(hint -> new Hinted(hint.section(), hint.level(), hint.triedSince() || !pass)));
  }

  /** How it stands after a hint. */
  public Standing after(Hinted hint) {
    return new Standing(
        verdict,
        profile,
        notStarted,
        diagnosis,
        mistake,
        points,
        mostPoints,
        seed,
        checkedAt,
        checks,
        passed,
        gaveUp,
        Optional.of(hint));
  }

  /** How it stands after the learner has asked for the solutions. */
  public Standing afterGivingUp() {
    return new Standing(
        verdict,
        profile,
        notStarted,
        diagnosis,
        mistake,
        points,
        mostPoints,
        seed,
        checkedAt,
        checks,
        passed,
        true,
        hinted);
  }
}
