package grader.audit.mutants;

import java.util.List;

/**
 * How many mutants the hidden tests refuse, of those that they could.
 *
 * @param possible all that compile and are not equivalent
 */
public record MutantScore(int killed, int possible) {

  private static final double DEMANDED = 0.95;

  public static MutantScore of(List<MutantsOfSolution> solutions) {
    int killed = solutions.stream().mapToInt(one -> one.count(Fate.KILLED)).sum();
    int survived = solutions.stream().mapToInt(one -> one.survivors().size()).sum();
    return new MutantScore(killed, killed + survived);
  }

  /** From 0 to 1; 1 if there was nothing to refuse. */
  public double share() {
    return possible == 0 ? 1 : (double) killed / possible;
  }

  /** Whether the tests are strong enough. */
  public boolean proved() {
    return share() >= DEMANDED;
  }
}
