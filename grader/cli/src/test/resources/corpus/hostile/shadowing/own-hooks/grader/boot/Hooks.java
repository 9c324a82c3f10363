package grader.boot;

/** Does nothing. */
public final class Hooks {

  public static void point() {}

  public static void await(Object monitor) {}
}
