package semaphore;

/** A number between two limits; who wants too much waits. */
final class Counter {

  private final int max;
  private int free;

  Counter(int initial, int max) {
    if (max < 1 || initial < 0 || initial > max) {
      throw new IllegalArgumentException(initial + " of " + max);
    }
    this.max = max;
    this.free = initial;
  }

  void requirePossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException(n + " of " + max);
    }
  }

  synchronized boolean take(int n) {
    boolean enough = n <= free;
    free -= enough ? n : 0;
    return enough;
  }

  synchronized boolean take(int n, Deadline deadline) throws InterruptedException {
    while (!take(n)) {
      if (!deadline.sleepOn(this)) {
        return false;
      }
    }
    return true;
  }

  synchronized void give(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    if (n > max - free) {
      throw new IllegalStateException(n + " more than " + free + " of " + max);
    }
    free += n;
    notifyAll();
  }

  synchronized int free() {
    return free;
  }
}
