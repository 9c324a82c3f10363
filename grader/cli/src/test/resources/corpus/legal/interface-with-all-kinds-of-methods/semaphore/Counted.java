package semaphore;

/** Something with an upper limit. */
interface Counted {

  int max();

  default void require(int n) {
    requireNotNegative(n);
    if (n > max()) {
      throw new IllegalArgumentException(n + " of " + max());
    }
  }

  default int requireRoom(int n, int used) {
    requireNotNegative(n);
    if (n > max() - used) {
      throw new IllegalStateException(n + " more than " + used + " of " + max());
    }
    return n;
  }

  private void requireNotNegative(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
  }

  static void requireLimits(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
  }
}
