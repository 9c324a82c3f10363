package grader;

/**
 * What a check must find: a failure with this share of all trials of a test, with a probability of
 * 95 %.
 */
public record Detection(double share) {

  private static final double DOUBT = 0.05;

  public Detection {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("there is no share of " + share);
    }
  }

  /** So many trials miss it with a probability of 5 % at most: (1 - share)^trials. */
  public int trials() {
    return (int) Math.ceil(Math.log(DOUBT) / Math.log1p(-share));
  }
}
