package grader.boot;

/** Controls nothing. */
public final class Control {

  public static void enter(Object monitor, int site) {}

  public static void exit(Object monitor) {}

  public static void access(Object target, int site) {}

  public static void await(Object monitor, int site) {}
}
