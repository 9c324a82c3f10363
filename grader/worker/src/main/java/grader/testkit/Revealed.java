package grader.testkit;

/** A failure that by itself says which bug it shows, whatever its test was looking for. */
public final class Revealed extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final Bug bug;

  public Revealed(Bug bug, String message) {
    super(message);
    this.bug = bug;
  }

  public Bug bug() {
    return bug;
  }
}
