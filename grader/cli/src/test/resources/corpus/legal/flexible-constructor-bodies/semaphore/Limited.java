package semaphore;

/** Has an upper limit. */
abstract class Limited {

  private final int max;

  Limited(int max) {
    this.max = max;
  }

  final int max() {
    return max;
  }

  final void require(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }
}
