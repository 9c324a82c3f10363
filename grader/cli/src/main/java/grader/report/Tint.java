package grader.report;

/** A way to make words stand out on a terminal with colours. */
enum Tint {
  NONE(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("1;32"),
  BAD("1;31"),
  UNSURE("1;33");

  private final String code;

  Tint(String code) {
    this.code = code;
  }

  /** The words between the terminal's codes for this tint. */
  String on(String words) {
    return code.isEmpty() || words.isEmpty() ? words : "\u001b[" + code + "m" + words + "\u001b[0m";
  }
}
