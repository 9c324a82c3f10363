package grader.judge;

import grader.protocol.PctTrials;
import java.util.List;

/**
 * What probabilistic concurrency testing promises about a test (Burckhardt, Kothari, Musuvathi,
 * Nagarakatte, ASPLOS 2010): whatever the bug of depth d, a trial with d - 1 changes of priority
 * shows it with a probability of at least 1 / (threads * steps^(d-1)).
 *
 * <p>Our trials change priorities more often. A change too many does no harm if it is drawn for a
 * step that never comes, and those have a known share: so much of the promise is left. For a depth
 * above 2 nothing is left: the theorem needs an order of the changed priorities that we do not
 * draw.
 *
 * @param threads the most of a trial
 * @param points the most steps of a trial at which priorities mattered
 * @param trials each with at least as many steps to draw from as {@code points}
 */
public record PctGuarantee(int threads, int points, List<PctTrials> trials) {

  /** For no bug of a greater depth is anything promised. */
  public static final int GREATEST_DEPTH = 2;

  public PctGuarantee {
    trials = List.copyOf(trials);
    if (threads < 1 || trials.stream().anyMatch(some -> some.length() < points)) {
      throw new IllegalArgumentException("the theorem does not hold for these trials");
    }
  }

  /** The probability, at most, that all trials have missed a bug of this depth. */
  public double missing(int depth) {
    return trials.stream()
        .mapToDouble(some -> Math.pow(1 - showing(some, depth), some.trials()))
        .reduce(1, (one, other) -> one * other);
  }

  /** The probability, at least, that one of these trials shows it. */
  private double showing(PctTrials some, int depth) {
    double unused = (double) (some.length() - points) / some.length();
    return switch (depth) {
      case 1 -> Math.pow(unused, some.changes()) / threads;
      case GREATEST_DEPTH ->
          some.changes() == 0
              ? 0
              : some.changes()
                  * Math.pow(unused, some.changes() - 1)
                  / ((double) threads * some.length());
      default -> 0;
    };
  }
}
