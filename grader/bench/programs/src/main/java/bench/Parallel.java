package bench;

import java.util.concurrent.CountDownLatch;

/** Runs pieces of a program side by side, each on a new thread. */
public final class Parallel {

  // Real threads meet more often if they start together; for a controlled thread it is one more
  // step.
  private static final boolean TOGETHER = Boolean.getBoolean("bench.together");

  private Parallel() {}

  /** What one thread does. */
  public interface Piece {
    void run() throws Exception;
  }

  /** Waits for all of them, then throws what the first of them threw, if one did. */
  public static void run(Piece... pieces) throws Exception {
    Thread[] threads = new Thread[pieces.length];
    Throwable[] thrown = new Throwable[pieces.length];
    CountDownLatch start = new CountDownLatch(TOGETHER ? pieces.length : 0);
    for (int i = 0; i < pieces.length; i++) {
      threads[i] = thread(pieces[i], thrown, i, start);
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (Throwable one : thrown) {
      if (one != null) {
        throw new AssertionError("a thread failed", one);
      }
    }
  }

  private static Thread thread(Piece piece, Throwable[] thrown, int number, CountDownLatch start) {
    return new Thread(() -> {
      try {
        if (TOGETHER) {
          start.countDown();
          start.await();
        }
        piece.run();
      } catch (Exception | AssertionError failure) {
        thrown[number] = failure;
      }
    });
  }
}
