package grader.report.html;

/**
 * Something that lasts for some steps.
 *
 * @param who the thread or variable that it is about
 * @param what the state, lock or value
 * @param detail what a thread waits for, or empty
 * @param first the number of the first step, from 0
 * @param last the number of the step with which it ends; the number of all steps if it does not
 */
record Span(String who, String what, String detail, int first, int last) {

  int length() {
    return last - first;
  }
}
