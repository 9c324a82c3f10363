package grader.stress;

import java.util.concurrent.SynchronousQueue;

/**
 * A thread that answers. While it gets its turns, every other thread that could run has had one,
 * too.
 */
final class Canary {

  private static final int SONGS = 20;
  private static final SynchronousQueue<Integer> CALLS = new SynchronousQueue<>();
  private static final SynchronousQueue<Integer> ANSWERS = new SynchronousQueue<>();

  static {
    Thread canary = new Thread(Threads.own(), Canary::answer, "canary");
    canary.setDaemon(true);
    canary.start();
  }

  private Canary() {}

  /** Returns after the canary has been scheduled many times. */
  static void sing() {
    try {
      for (int i = 0; i < SONGS; i++) {
        CALLS.put(i);
        int ignored = ANSWERS.take();
      }
    } catch (InterruptedException impossible) {
      throw new IllegalStateException("nobody interrupts the supervising thread", impossible);
    }
  }

  private static void answer() {
    try {
      while (true) {
        ANSWERS.put(CALLS.take());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
