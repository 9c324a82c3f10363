package grader.testkit;

/** What an actor does when it returns nothing. */
@FunctionalInterface
public interface Action {
  void run() throws Throwable;
}
