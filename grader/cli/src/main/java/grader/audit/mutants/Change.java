package grader.audit.mutants;

/**
 * One piece of a source, and what stands there instead.
 *
 * @param start where it begins, in characters
 * @param end where it ends
 * @param label says what was done, where the lines themselves would not show it; or empty
 */
record Change(Operator operator, int start, int end, String replacement, String label) {

  String appliedTo(String text) {
    return text.substring(0, start) + replacement + text.substring(end);
  }
}
