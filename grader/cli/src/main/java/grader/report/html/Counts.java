package grader.report.html;

import java.util.Locale;

/** Numbers as people read them. */
final class Counts {

  private Counts() {}

  /** {@code 1 trial}, {@code 3,600 trials}. */
  static String of(long number, String noun) {
    return of(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code 3,600}. */
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
