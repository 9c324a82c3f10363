package grader.judge;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** How often trials failed. */
public record FailureRate(int failures, int trials) {

  private static final double DOUBT = 0.05;

  public FailureRate {
    if (failures < 0 || failures > trials) {
      throw new IllegalArgumentException(failures + " failures in " + trials + " trials");
    }
  }

  /**
   * The highest true rate that still explains these failures, at 95 % (Clopper-Pearson, one-sided).
   */
  public double upperBound() {
    return upper(DOUBT);
  }

  /**
   * The lower end of the interval that holds the true rate at 95 % (Clopper-Pearson, two-sided).
   */
  public double low() {
    return failures == 0
        ? 0
        : BetaDistribution.of(failures, trials - failures + 1.0)
            .inverseCumulativeProbability(DOUBT / 2);
  }

  /** The upper end of that interval. */
  public double high() {
    return upper(DOUBT / 2);
  }

  private double upper(double doubt) {
    return failures == trials
        ? 1
        : BetaDistribution.of(failures + 1.0, trials - failures).inverseSurvivalProbability(doubt);
  }
}
