package bench;

/** What a program claims at its end. */
public final class Check {

  private Check() {}

  public static void that(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError(claim);
    }
  }

  public static void equal(long expected, long actual) {
    if (expected != actual) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
