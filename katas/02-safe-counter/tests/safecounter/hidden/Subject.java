package safecounter.hidden;

import safecounter.LatencyStats;

/** The object under test; closing it ends the thread of a design that has one. */
final class Subject implements AutoCloseable {

  final LatencyStats stats = new LatencyStats();

  @Override
  public void close() {
    if ((Object) stats instanceof AutoCloseable design) {
      close(design);
    }
  }

  private static void close(AutoCloseable design) {
    try {
      design.close();
    } catch (Exception failure) {
      throw new AssertionError("close() failed", failure);
    }
  }
}
