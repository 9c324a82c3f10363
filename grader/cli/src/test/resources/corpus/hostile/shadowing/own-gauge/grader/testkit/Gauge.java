package grader.testkit;

/** Sees nobody. */
public final class Gauge {

  public void enter(int n) {}

  public void enter() {}

  public void exit(int n) {}

  public void exit() {}

  public int inside() {
    return 0;
  }

  public int most() {
    return 0;
  }
}
