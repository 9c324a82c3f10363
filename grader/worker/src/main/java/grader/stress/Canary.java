package grader.stress;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread that answers when it is woken. While it gets its turn over and over, every other thread
 * that somebody has woken gets one, too. Called by one thread at a time.
 */
final class Canary {

  /** Also the name that the operating system knows; at most 15 letters there. */
  static final String NAME = "grader canary";

  private static final int CALLS = 10;
  private static final Thread BIRD = new Thread(Threads.own(), Canary::answer, NAME);

  // Volatile: each side writes, the other one waits for it.
  private static volatile Thread caller = Thread.currentThread();
  private static volatile boolean called;

  static {
    BIRD.setDaemon(true);
    BIRD.start();
  }

  private Canary() {}

  /** Returns after the canary and the caller have woken each other a number of times. */
  static void sing() {
    for (int i = 0; i < CALLS; i++) {
      call();
    }
  }

  private static void call() {
    caller = Thread.currentThread();
    called = true;
    LockSupport.unpark(BIRD);
    while (called) {
      LockSupport.park();
    }
  }

  private static void answer() {
    while (true) {
      while (!called) {
        LockSupport.park();
      }
      called = false;
      LockSupport.unpark(caller);
    }
  }
}
