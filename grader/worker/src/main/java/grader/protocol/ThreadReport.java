package grader.protocol;

import java.util.List;

/**
 * One thread at the moment when nothing moved any more.
 *
 * @param state as {@link Thread.State} names it
 * @param waitsFor the lock or object it waits for, or empty
 * @param heldBy the thread that holds it, or empty
 * @param stack frames of the submission and the tests, innermost first
 */
public record ThreadReport(
    String name, String state, String waitsFor, String heldBy, List<String> stack) {
  public ThreadReport {
    stack = List.copyOf(stack);
  }
}
