package grader.explore;

/** Monitors of classes. What they guard is static, so each trial has new classes. */
class StaticMonitorExploreTest extends Conformance {

  @SuppressWarnings("all") // Small programs.
  static class Programs {

    static class Cell {
      static int shared;

      static synchronized void addShared() {
        shared++;
      }
    }

    @Allowed(
        value = "2",
        by = "JLS 8.4.3.6: for a static method, the monitor associated with the Class object")
    static Object staticMethods() throws Throwable {
      Together.run(
          Cell::addShared,
          () -> {
            synchronized (Cell.class) {
              Cell.shared++;
            }
          });
      return Cell.shared;
    }
  }
}
