package grader.cli;

import grader.cli.state.Hinted;
import grader.kata.Ladder;
import java.util.Optional;

/**
 * One step on a ladder of hints: the next one is earned by another try, or asked for.
 *
 * @param earns whether another try earns another step; not in an exam
 */
record Climb(Ladder ladder, int level, boolean earns) {

  static final int TOP = 3;

  /**
   * @param last the last hint, of whichever ladder
   * @param asked the level that was asked for
   */
  static Climb on(Ladder ladder, Optional<Hinted> last, Optional<Integer> asked, boolean earns) {
    Optional<Hinted> here = last.filter(hint -> hint.section().equals(ladder.name()));
    int earned = here.map(hint -> hint.level() + (hint.triedSince() ? 1 : 0)).orElse(1);
    return new Climb(ladder, Math.min(TOP, asked.orElse(earns ? earned : 1)), earns);
  }

  Hinted reached() {
    return new Hinted(ladder.name(), level, false);
  }

  /** What to do next. */
  String next(String kata) {
    String more = "grader hint %s --level %d".formatted(kata, level + 1);
    return "Next: grader check "
        + kata
        + (level == TOP
            ? ""
            : earns
                ? "; after that there is another hint (or now: " + more + ")"
                : "; in an exam hints grow only if asked to: " + more);
  }
}
