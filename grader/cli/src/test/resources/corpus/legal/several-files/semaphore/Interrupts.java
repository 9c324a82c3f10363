package semaphore;

/** Helps with interrupts. */
final class Interrupts {

  private Interrupts() {}

  static void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
