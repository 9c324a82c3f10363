package grader.protocol;

/**
 * A test that a worker must run.
 *
 * @param className binary name of its class
 * @param trials how often to run it if it never fails
 */
public record PlannedTest(String className, String method, int trials) {

  /** {@code Class.method}, with the class's simple name: what people see and what events carry. */
  public String id() {
    return className.substring(className.lastIndexOf('.') + 1) + "." + method;
  }
}
