package grader.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers and names as people read them. */
final class Words {

  private static final int DIGITS = 2;

  private Words() {}

  /** {@code 1 trial}, {@code 3,600 trials}. */
  static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code 3,600}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1.5 %}: two digits, rounded so that no more is claimed than is known. */
  static String percent(double rate, RoundingMode rounding) {
    BigDecimal percent =
        BigDecimal.valueOf(rate).scaleByPowerOfTen(2).round(new MathContext(DIGITS, rounding));
    int scale = Math.max(0, DIGITS - percent.precision() + percent.scale());
    return (percent.signum() == 0 ? "0" : percent.setScale(scale).toPlainString()) + " %";
  }

  /** {@code does not compile} for a constant called {@code DOES_NOT_COMPILE}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code does-not-compile}: how machines read it. */
  static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** With a capital letter at its beginning. */
  static String capitalised(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
