package grader.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of a picture's width, as SVG writes them. */
final class Percent {

  private static final int DIGITS = 3;

  private Percent() {}

  /** {@code 33.333%}: so much of so much. */
  static String of(double part, double whole) {
    BigDecimal share = BigDecimal.valueOf(whole == 0 ? 0 : 100 * part / whole);
    BigDecimal rounded = share.setScale(DIGITS, RoundingMode.HALF_UP);
    return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString()
        + "%";
  }
}
