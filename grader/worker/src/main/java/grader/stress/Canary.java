package grader.stress;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread that answers when it is woken. How long that takes says how long any thread that
 * somebody has woken may wait for its turn on this machine, now. Called by one thread at a time.
 */
final class Canary {

  private static final int CALLS = 3;
  private static final Thread BIRD = new Thread(Threads.own(), Canary::answer, "canary");

  // Volatile: each side writes, the other one waits for it.
  private static volatile Thread caller = Thread.currentThread();
  private static volatile boolean called;

  static {
    BIRD.setDaemon(true);
    BIRD.start();
  }

  private Canary() {}

  /**
   * The longest of a few round trips, in nanoseconds: two threads are woken one after the other.
   */
  static long slowestAnswer() {
    long slowest = 0;
    for (int i = 0; i < CALLS; i++) {
      slowest = Math.max(slowest, call());
    }
    return slowest;
  }

  private static long call() {
    long begin = System.nanoTime();
    caller = Thread.currentThread();
    called = true;
    LockSupport.unpark(BIRD);
    while (called) {
      LockSupport.park();
    }
    return System.nanoTime() - begin;
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
